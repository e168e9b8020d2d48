using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Tells how many of the caller's teachers have deficits, of how many diagnosed, of how many on the staff.</summary>
public static class GetDeficitCounts
{
    /// <summary>What of; all filters that are given must hold.</summary>
    /// <param name="By">By what the rows are; by municipality when absent.</param>
    /// <param name="From">First day of the period; that of the calendar year when absent.</param>
    /// <param name="Until">Last day of the period; that of the year when absent.</param>
    /// <param name="Municipality">ОКТМО codes.</param>
    /// <param name="School">Id of a school.</param>
    /// <param name="Cohort">Id of a list: teachers of its schools only.</param>
    /// <param name="Subject">Code of a subject that the teachers teach.</param>
    /// <param name="Kind">Diagnostics of this kind only.</param>
    /// <param name="Campaign">Id of diagnostics; without days its own are counted.</param>
    /// <param name="Deficit">Code of a deficit: diagnosed is then who was measured for it.</param>
    public sealed record Query(
        WireEnum<DeficitBy>? By,
        DateOnly? From,
        DateOnly? Until,
        string[]? Municipality,
        Guid? School,
        Guid? Cohort,
        string? Subject,
        WireEnum<DeficitKind>? Kind,
        Guid? Campaign,
        string? Deficit
    ) : IRequest<Ok<DeficitOverview>>, IDeficitCountFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.FilterRules();
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<DeficitOverview>>
    {
        public async Task<Ok<DeficitOverview>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(await db.DeficitsOf(request, cancellationToken));
    }
}
