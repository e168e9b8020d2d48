using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Opens a set of indicators.</summary>
public static class CreateIndicatorSet
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<IndicatorSetSummary>>;

    /// <summary>The new set.</summary>
    /// <param name="Code">Name for programs and files: Latin letters, digits and hyphens; unique in the region.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Note">Where it comes from and what it is for.</param>
    /// <param name="RegionCode">Region; the caller's own when absent.</param>
    public sealed record Body(string Code, string Name, string? Note = null, string? RegionCode = null) : IExampled<Body>
    {
        public static Body Example => new("programme-2026", "Целевые показатели программы", "По программе 2026 года", "RU-TA");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            this.CodeRule(c => c.Body.Code, IndicatorSet.CodeLength);
            this.SetRules(c => c.Body.Name, c => c.Body.Note);
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http)
        : IRequestHandler<Command, CreatedVersion<IndicatorSetSummary>>
    {
        public async Task<CreatedVersion<IndicatorSetSummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var set = new IndicatorSet(db.RegionToDefine(body.RegionCode), body.Code, new IndicatorSetFacts(body.Name, body.Note));
            db.Add(set);
            db.Act = ("registered", null);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                throw Problems.Duplicate("/code", $"Набор с кодом «{body.Code}» в регионе уже есть.", body.Code);
            }
            var made = await IndicatorSetSummary.Read(db, set.Id, http.Caller(), cancellationToken);
            return new CreatedVersion<IndicatorSetSummary>(made, made.Version, $"/api/v1/indicator-sets/{made.Id}");
        }
    }
}
