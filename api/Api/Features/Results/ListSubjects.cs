using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Domain.Results;

namespace Opora.Api.Features.Results;

/// <summary>Lists the subjects by which results are named.</summary>
public static class ListSubjects
{
    public sealed record Query : IRequest<Ok<IReadOnlyList<SubjectDetails>>>;

    internal sealed class Handler : IRequestHandler<Query, Ok<IReadOnlyList<SubjectDetails>>>
    {
        private static readonly IReadOnlyList<SubjectDetails> All =
        [
            .. Subject.All.Select(s => new SubjectDetails(s.Code, s.Name, s.Assessments)),
        ];

        public Task<Ok<IReadOnlyList<SubjectDetails>>> Handle(Query request, CancellationToken cancellationToken) =>
            Task.FromResult(TypedResults.Ok(All));
    }
}

/// <summary>A subject of the dictionary.</summary>
/// <param name="Code">Code, by which results name it.</param>
/// <param name="Name">Russian name.</param>
/// <param name="Assessments">Assessments in which it usually stands; others are taken, too.</param>
public sealed record SubjectDetails(string Code, string Name, IReadOnlyList<Assessment> Assessments);
