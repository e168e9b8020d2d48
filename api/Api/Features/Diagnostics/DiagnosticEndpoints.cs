using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Routes of diagnostics, of deficits and of what came of them.</summary>
public static class DiagnosticEndpoints
{
    public static void MapDiagnostics(this IEndpointRouteBuilder app)
    {
        app.MapDeficits();
        app.MapResultsOfDiagnostics();
        var group = app.MapGroup("/api/v1/diagnostics").WithTags("Diagnostics");
        group
            .MapGet("", ([AsParameters] ListDiagnostics.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.DiagnosticsRead)
            .Named(nameof(ListDiagnostics), "List diagnostics of the region, with counts of the caller's own teachers");
        group
            .MapPost("", ([AsParameters] AnnounceDiagnostic.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TrainingWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(AnnounceDiagnostic), "Announce diagnostics");
        group
            .MapGet("/{id}", ([AsParameters] GetDiagnostic.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.DiagnosticsRead)
            .ProducesProblems(404)
            .Named(nameof(GetDiagnostic), "Get diagnostics with what they look for");
        group
            .MapPut("/{id}", ([AsParameters] ReviseDiagnostic.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TrainingWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(
                nameof(ReviseDiagnostic),
                "Correct what is known of diagnostics",
                "Deficits, scores and thresholds stand once there are results."
            );
        group
            .MapDelete("/{id}", ([AsParameters] RemoveDiagnostic.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TrainingWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RemoveDiagnostic), "Remove diagnostics without results");
        group
            .MapPost(
                "/{id}/results",
                ([AsParameters] RecordDiagnosticResults.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.DiagnosticsWrite)
            .ProducesProblems(404, 409)
            .Named(
                nameof(RecordDiagnosticResults),
                "Write down what diagnostics found out",
                "All rows or none: what is wrong is told with row, column, value and what is allowed."
            );
        app.MapGroup("/api/v1/teachers")
            .WithTags("Diagnostics")
            .MapGet("/{id}/diagnostics", ([AsParameters] GetTeacherDiagnostics.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.DiagnosticsRead)
            .ProducesProblems(404)
            .Named(nameof(GetTeacherDiagnostics), "Get what diagnostics found out about a teacher; the journal keeps who looked");
    }

    private static void MapDeficits(this IEndpointRouteBuilder app)
    {
        var deficits = app.MapGroup("/api/v1/deficits").WithTags("Diagnostics");
        deficits
            .MapGet("", ([AsParameters] ListDeficits.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TrainingRead)
            .Named(nameof(ListDeficits), "List the deficits of the region's dictionary");
        deficits
            .MapPost("", ([AsParameters] AddDeficit.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SettingsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(AddDeficit), "Add a deficit to the dictionary");
        deficits
            .MapPut("/{id}", ([AsParameters] ReviseDeficit.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.SettingsWrite)
            .ProducesProblems(404, 412, 428)
            .Named(nameof(ReviseDeficit), "Correct what is known of a deficit, or retire it");

        var counts = app.MapGroup("/api/v1/deficit-counts").WithTags("Diagnostics");
        counts
            .MapGet("", ([AsParameters] GetDeficitCounts.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.DiagnosticsRead)
            .ProducesProblems(404)
            .Named(nameof(GetDeficitCounts), "Get how many teachers have deficits, of how many diagnosed, of how many on the staff");
        counts
            .MapGet("/file", ([AsParameters] ExportDeficitCounts.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.DiagnosticsRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .ProducesProblems(404)
            .Named(nameof(ExportDeficitCounts), "Get counts of deficits as a workbook");

        var chains = app.MapGroup("/api/v1/deficit-chains").WithTags("Diagnostics");
        chains
            .MapGet("", ([AsParameters] ListDeficitChains.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.DiagnosticsRead)
            .ProducesProblems(404)
            .Named(nameof(ListDeficitChains), "List deficits of teachers with the course that mends them and what came of it");
        chains
            .MapGet("/counts", ([AsParameters] GetDeficitChainCounts.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.DiagnosticsRead)
            .Named(nameof(GetDeficitChainCounts), "Get what changed after courses, in counts of teachers by deficit and by course");
        chains
            .MapGet("/file", ([AsParameters] ExportDeficitChains.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.DiagnosticsRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .ProducesProblems(404)
            .Named(nameof(ExportDeficitChains), "Get deficits of teachers as a workbook; the journal keeps that names were taken out");
    }

    private static void MapResultsOfDiagnostics(this IEndpointRouteBuilder app)
    {
        var results = app.MapGroup("/api/v1/diagnostic-results").WithTags("Diagnostics");
        results
            .MapGet("", ([AsParameters] ListDiagnosticResults.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.DiagnosticsRead)
            .Named(nameof(ListDiagnosticResults), "List what diagnostics found out about teachers; the journal keeps who looked");
        results
            .MapGet("/file", ([AsParameters] ExportDiagnosticResults.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.DiagnosticsRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(ExportDiagnosticResults), "Get results as a workbook; the journal keeps that names were taken out");
        results
            .MapPut("/{id}", ([AsParameters] ReviseDiagnosticResult.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DiagnosticsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseDiagnosticResult), "Correct a result");
        results
            .MapDelete("/{id}", ([AsParameters] RemoveDiagnosticResult.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DiagnosticsWrite)
            .ProducesProblems(404, 412, 428)
            .Named(nameof(RemoveDiagnosticResult), "Strike a result out");
    }
}
