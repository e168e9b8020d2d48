using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Views;

/// <summary>Routes of kept filters.</summary>
public static class ViewEndpoints
{
    public static void MapViews(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/saved-views").WithTags("Views");

        group
            .MapGet("", ([AsParameters] ListSavedViews.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SchoolsRead)
            .Named(nameof(ListSavedViews), "List kept filters: one's own and those shared in the region");
        group
            .MapPost("", ([AsParameters] SaveView.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SchoolsRead)
            .ProducesProblems(409)
            .Named(nameof(SaveView), "Keep the filters of a screen under a name");
        group
            .MapPut("/{id}", ([AsParameters] ReviseView.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SchoolsRead)
            .ProducesProblems(404, 409)
            .Named(nameof(ReviseView), "Rename kept filters, change or share them");
        group
            .MapDelete("/{id}", ([AsParameters] DeleteView.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SchoolsRead)
            .ProducesProblems(404, 409)
            .Named(nameof(DeleteView), "Forget kept filters");
    }
}
