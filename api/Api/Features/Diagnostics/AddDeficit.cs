using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Adds a deficit to the dictionary of the region.</summary>
public static class AddDeficit
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<DeficitSummary>>;

    /// <summary>The new deficit.</summary>
    /// <param name="Code">Short code: letters, digits, points and hyphens. It never changes.</param>
    /// <param name="Facts">What is known of it.</param>
    /// <param name="RegionCode">Region; the caller's own when absent.</param>
    public sealed record Body(string Code, DeficitBody Facts, string? RegionCode = null) : IExampled<Body>
    {
        public static Body Example => new("reading-meaning", DeficitBody.Example);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Code)
                .Must(Deficit.IsCode)
                .WithMessage($"Код — до {Deficit.CodeLength} знаков: буквы, цифры, точка и дефис, без пробелов.");
            RuleFor(c => c.Body.Facts).SetValidator(new DeficitBodyValidator());
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, CreatedVersion<DeficitSummary>>
    {
        public async Task<CreatedVersion<DeficitSummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (code, facts, asked) = request.Body;
            var region = asked ?? (db.Current.Scope.Regions is [var own, ..] ? own : null);
            if (region is null || !db.Current.Scope.ReachesRegion(region))
                throw Problems.NotFound("Регион", "/regionCode", asked);
            if (await db.Deficits.AnyAsync(d => d.RegionCode == region && d.Code == code, cancellationToken))
                throw Problems.Duplicate("/code", $"Дефицит с кодом «{code}» уже есть в справочнике.", code);
            var deficit = new Deficit(region, code, facts.Facts);
            db.Add(deficit);
            db.Act = ("registered", null);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                throw Problems.Duplicate("/code", $"Дефицит с кодом «{code}» уже есть в справочнике.", code);
            }
            var added = DeficitSummary.From.Compile()(deficit);
            return new CreatedVersion<DeficitSummary>(added, added.Version, "/api/v1/deficits");
        }
    }
}
