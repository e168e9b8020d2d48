using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Places;

/// <summary>One municipality.</summary>
public static class GetMunicipality
{
    /// <param name="Code">ОКТМО code.</param>
    public sealed record Query(string Code) : IRequest<Ok<MunicipalitySummary>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<MunicipalitySummary>>
    {
        public async Task<Ok<MunicipalitySummary>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(
                await db
                    .Municipalities.Where(m => m.Code == request.Code)
                    .Select(MunicipalitySummary.From(db))
                    .SingleOrDefaultAsync(cancellationToken)
                    ?? throw Problems.NotFound("Муниципалитет")
            );
    }
}
