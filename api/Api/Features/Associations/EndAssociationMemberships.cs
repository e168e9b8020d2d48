using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Associations;

/// <summary>Lets teachers of the caller's schools out of an association, all or none; that they were in it stays known.</summary>
public static class EndAssociationMemberships
{
    private const int MostRows = 500;

    /// <param name="Id">Id of the association.</param>
    /// <param name="Body">Whom.</param>
    public sealed record Command(Guid Id, Body Body) : IRequest<NoContent>;

    /// <summary>Who leaves.</summary>
    /// <param name="Rows">Memberships as the caller saw them, at most 500.</param>
    /// <param name="UntilOn">Last day in it; today when absent.</param>
    public sealed record Body(IReadOnlyList<MembershipSeen> Rows, DateOnly? UntilOn = null) : IExampled<Body>
    {
        public static Body Example => new([new MembershipSeen(new Guid("0193a5c0-5b1e-7000-8000-000000000023"), 1)]);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Rows)
                .Must(rows => rows.Count is > 0 and <= MostRows)
                .WithMessage($"Выберите от 1 до {MostRows} человек за раз.");
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            await using var write = await db.BeginWrite(cancellationToken);
            var association =
                await db.HoldAssociation(request.Id, cancellationToken) ?? throw Problems.NotFound("Методическое объединение");
            var until = request.Body.UntilOn ?? await db.Today(association.RegionCode, cancellationToken);
            var ids = request.Body.Rows.Select(r => r.Id).ToList();
            var found = await db
                .AssociationMembers.Where(m => m.AssociationId == association.Id && ids.Contains(m.Id))
                .ToDictionaryAsync(m => m.Id, cancellationToken);
            foreach (var (i, row) in request.Body.Rows.Index())
            {
                if (!found.Remove(row.Id, out var member))
                    throw Problems.NotFound("Участник объединения", $"/rows/{i}", row.Id.ToString());
                db.Expect(member, row.Version);
                member.Leave(until);
            }
            db.Act = ("left", null);
            await db.SaveChangesAsync(cancellationToken);
            await db.CountMembers(association.Id, -ids.Count, cancellationToken);
            await write.Commit(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}

/// <summary>A membership as the caller saw it.</summary>
/// <param name="Id">Id of the membership.</param>
/// <param name="Version">The version seen.</param>
public sealed record MembershipSeen(Guid Id, int Version);
