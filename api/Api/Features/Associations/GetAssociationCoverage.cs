using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Associations;

/// <summary>Tells how many teachers of the caller's schools associations reached.</summary>
public static class GetAssociationCoverage
{
    /// <summary>What of; all filters that are given must hold.</summary>
    /// <param name="By">By what the rows are; by municipality when absent.</param>
    /// <param name="Level">Associations of these levels, of all when absent.</param>
    /// <param name="From">First day of the period; that of the calendar year when absent.</param>
    /// <param name="Until">Last day of the period; that of the year when absent.</param>
    /// <param name="Municipality">ОКТМО codes.</param>
    /// <param name="School">Id of a school.</param>
    /// <param name="Subject">Code of a subject of the teachers.</param>
    /// <param name="Supported">Only schools that a list supported on any day of the period.</param>
    public sealed record Query(
        WireEnum<AssociationCoverageBy>? By,
        WireEnum<AssociationLevel>[]? Level,
        DateOnly? From,
        DateOnly? Until,
        string[]? Municipality,
        Guid? School,
        string? Subject,
        bool Supported = false
    ) : IRequest<Ok<AssociationCoverage>>, IAssociationCoverageFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.FilterRules();
    }

    internal sealed class Handler(AppDbContext db, KeptFigures kept) : IRequestHandler<Query, Ok<AssociationCoverage>>
    {
        public async Task<Ok<AssociationCoverage>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(await db.CoverageOf(kept, request, cancellationToken));
    }
}
