using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>The applications of a selection that the caller reads: few, so all at once.</summary>
public static class ListApplications
{
    /// <param name="Id">Id of the selection.</param>
    public sealed record Query(Guid Id) : IRequest<Ok<Answer>>;

    /// <summary>The table.</summary>
    /// <param name="SeesMarks">Whether the caller reads all marks: they are closed, and the caller judges or holds the selection.</param>
    /// <param name="Items">The applications, in the order in which they came.</param>
    public sealed record Answer(bool SeesMarks, IReadOnlyList<ApplicationSummary> Items);

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<Answer>>
    {
        public async Task<Ok<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var board = await ApplicationBoard.Read(db, request.Id, http.Caller(), null, cancellationToken);
            return TypedResults.Ok(new Answer(board.SeesMarks, board.Rows));
        }
    }
}
