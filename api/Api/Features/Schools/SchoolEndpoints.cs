using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Schools;

/// <summary>Routes of the school register.</summary>
public static class SchoolEndpoints
{
    public static void MapSchools(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/schools").WithTags("Schools");

        group
            .MapGet("", ([AsParameters] ListSchools.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.RegistryRead)
            .Named(nameof(ListSchools), "List schools with filters, search and sorting");
        group
            .MapGet("/{id}", ([AsParameters] GetSchool.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SchoolsRead)
            .ProducesProblems(404)
            .Named(nameof(GetSchool), "Get a school with its places and lists");
        group
            .MapPost("", ([AsParameters] RegisterSchool.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SchoolsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(RegisterSchool), "Register a school");
    }
}
