using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Http;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>Puts a cell right without touching the file, and checks anew.</summary>
public static class CorrectImport
{
    /// <param name="Id">Id of the import.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is read instead of a cell.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<AcceptedVersion<ImportDetails>>;

    /// <summary>What is read instead of a cell.</summary>
    /// <param name="Row">Row as people see it, from 1.</param>
    /// <param name="Column">Column letter.</param>
    /// <param name="Value">The value; an empty text empties the cell.</param>
    public sealed record Body(int Row, string Column, string Value) : IExampled<Body>
    {
        public static Body Example => new(17, "D", "73,4");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int ValueLength = 1_000;

        public Validator()
        {
            RuleFor(c => c.Body.Row).GreaterThanOrEqualTo(1).WithMessage("Номер строки — от 1.");
            RuleFor(c => c.Body.Column).Matches("^[A-Za-z]{1,3}$").WithMessage("Столбец — его буквы, как в Excel: A, B, AA.");
            RuleFor(c => c.Body.Value).MaximumLength(ValueLength).WithMessage("Значение — до 1000 знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db, ImportSpool spool, ImportQueue queue, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, AcceptedVersion<ImportDetails>>
    {
        public async Task<AcceptedVersion<ImportDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var run = await db.FindImport(http.Caller(), request.Id, cancellationToken);
            var asker = http.Asker(run.Kind);
            if (!spool.Has(run.Id))
                throw ImportAccess.FileGone();
            db.Expect(run, request.IfMatch.Version);
            run.Correct(new CellCorrection(body.Row, body.Column.ToUpperInvariant(), body.Value));
            db.Add(new ImportTicket(run, asker, clock.GetUtcNow().UtcDateTime));
            await db.SaveTicket(cancellationToken);
            queue.Wake();
            var details = await ImportDetails.Read(db, run.Id, cancellationToken) ?? throw ImportAccess.NotFound();
            return new AcceptedVersion<ImportDetails>(details, details.Version, ImportAccess.AddressOf(run));
        }
    }
}
