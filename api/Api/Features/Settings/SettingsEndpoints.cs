using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Settings;

/// <summary>Routes of what holds for a whole region.</summary>
public static class SettingsEndpoints
{
    private static readonly string[] Images = ["image/png", "image/jpeg"];

    public static void MapSettings(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/regions/{code}").WithTags("Settings");

        group
            .MapGet("/settings", ([AsParameters] GetRegionSettings.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.SettingsWrite)
            .ProducesProblems(404)
            .Named(nameof(GetRegionSettings), "Get what is set for a region");
        group
            .MapPut("/settings", ([AsParameters] ReviseRegionSettings.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SettingsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseRegionSettings), "Set names, time zone, school year, thresholds and letters of a region");
        group
            .MapGet("/logo", ([AsParameters] GetRegionLogo.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .NeedsSignIn()
            .ProducesProblems(404)
            .ProducesFile("image/png")
            .Named(nameof(GetRegionLogo), "Get the logo of a region", "PNG or JPEG.");
        group
            .MapPut("/logo", ([AsParameters] ReplaceRegionLogo.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SettingsWrite)
            .Accepts<Stream>(Images[0], Images[1..])
            .WithMetadata(new TakesFile(Images))
            .ProducesProblems(404, 409, 413, 415)
            .Named(nameof(ReplaceRegionLogo), "Replace the logo of a region", "The body is a PNG or JPEG of at most 256 KiB.");
        group
            .MapDelete("/logo", ([AsParameters] RemoveRegionLogo.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SettingsWrite)
            .ProducesProblems(404)
            .Named(nameof(RemoveRegionLogo), "Remove the logo of a region");
    }
}
