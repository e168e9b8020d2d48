using MediatR;
using Opora.Api.Auth;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Features.Imports.Targets;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Imports;

/// <summary>Routes of imports, and what works behind them.</summary>
public static class ImportEndpoints
{
    /// <summary>Registers the spool, the queue and the runner.</summary>
    public static void AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportSpool>();
        services.AddSingleton<ImportQueue>();
        services.AddScoped<ImportTargets>();
        services.AddScoped<ImportJob>();
        services.AddSingleton<ImportRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportRunner>());
    }

    public static void MapImports(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1").WithTags("Imports");
        MapJobs(group);
        MapErrors(group);

        group
            .MapGet("/import-mappings", ([AsParameters] ListImportMappings.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.ImportsRead)
            .Named(nameof(ListImportMappings), "List the mappings saved in the region");
        group
            .MapDelete(
                "/import-mappings/{id}",
                ([AsParameters] DeleteImportMapping.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.ImportsWrite)
            .ProducesProblems(404)
            .Named(nameof(DeleteImportMapping), "Forget a saved mapping");
        group
            .MapGet(
                "/import-templates/{kind}",
                ([AsParameters] GetImportTemplate.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.ImportsRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .Named(nameof(GetImportTemplate), "Get an empty table to fill in");
        group
            .MapPost("/table-text", ([AsParameters] ReadTableText.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.ImportsWrite)
            .ProducesProblems(413, 422)
            .Named(nameof(ReadTableText), "Read a small table as the text that would be pasted from it");
    }

    private static void MapJobs(RouteGroupBuilder group)
    {
        group
            .MapPost("/imports", ([AsParameters] StartImport.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.ImportsWrite)
            .ProducesProblems(404, 413)
            .Named(
                nameof(StartImport),
                "Send a file to be imported",
                "The body is the file itself, whatever its Content-Type, or a multipart form with a part `file`. It is streamed; up to 200 MB. "
                    + "Poll the address in `Location`. The file is kept until 7 days after it was last worked with."
            );
        group
            .MapGet("/imports", ([AsParameters] ListImports.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.ImportsRead)
            .Named(nameof(ListImports), "List imports, the newest first");
        group
            .MapGet("/imports/{id}", ([AsParameters] GetImport.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.ImportsRead)
            .ProducesProblems(404)
            .Named(nameof(GetImport), "Get an import: progress, outcome, errors");
        group
            .MapGet("/imports/{id}/preview", ([AsParameters] GetImportPreview.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.ImportsRead)
            .ProducesProblems(404, 409, 422)
            .Named(nameof(GetImportPreview), "Show the beginning of the table and guess its columns");
        group
            .MapPost("/imports/{id}/check", ([AsParameters] CheckImport.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.ImportsWrite)
            .ProducesProblems(404, 409, 412, 422, 428)
            .Named(nameof(CheckImport), "Say what the columns are and check all rows");
        group
            .MapPost("/imports/{id}/load", ([AsParameters] LoadImport.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.ImportsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(LoadImport), "Load what was checked");
        group
            .MapPost("/imports/{id}/cancel", ([AsParameters] CancelImport.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.ImportsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(
                nameof(CancelImport),
                "Stop an import",
                "While it runs its version moves with every checkpoint, so any version that it has had is accepted. While it is checked "
                    + "nothing is applied; of a load `atomic` keeps nothing, `partial` keeps what was loaded until then, to be taken back "
                    + "by `rollback`."
            );
        group
            .MapPost(
                "/imports/{id}/rollback",
                ([AsParameters] RollBackImport.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.ImportsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RollBackImport), "Take back all that an import has brought");
        group
            .MapPut(
                "/imports/{id}/corrections",
                ([AsParameters] CorrectImport.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.ImportsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(CorrectImport), "Put a cell right and check anew");
    }

    private static void MapErrors(RouteGroupBuilder group)
    {
        group
            .MapGet("/imports/{id}/absent", ([AsParameters] ListImportAbsent.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TeachersWrite)
            .ProducesProblems(404, 409, 422)
            .Named(nameof(ListImportAbsent), "List who does not stand in a file that is said to be the whole staff");
        group
            .MapGet("/imports/{id}/errors", ([AsParameters] ListImportErrors.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.ImportsRead)
            .ProducesProblems(404)
            .Named(nameof(ListImportErrors), "List what is wrong, by row");
        group
            .MapGet(
                "/imports/{id}/errors.csv",
                ([AsParameters] ExportImportErrors.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.ImportsRead)
            .ProducesFile(ExportImportErrors.ContentType)
            .ProducesProblems(404)
            .Named(nameof(ExportImportErrors), "Get all that is wrong as a table");
        group
            .MapGet("/imports/{id}/annotated", ([AsParameters] AnnotateImport.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.ImportsRead)
            .ProducesFile(WorkbookWriter.ContentType)
            .ProducesProblems(404, 409, 422)
            .Named(nameof(AnnotateImport), "Get the table with a column that says what to put right");
    }
}
