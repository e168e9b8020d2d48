using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Api.Mail;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>Looks through a list of people to invite and tells what it comes to, row by row. Nothing is changed.</summary>
public static class PreviewInvitations
{
    public sealed record Command(InvitationList Body) : IRequest<Ok<Preview>>;

    /// <summary>What a list comes to.</summary>
    /// <param name="Rows">Rows that were understood.</param>
    /// <param name="Errors">What is wrong in the others, all of it.</param>
    /// <param name="New">People who will be invited.</param>
    /// <param name="FurtherRoles">Roles for people who are here already.</param>
    /// <param name="UntilOn">Last day of the roles given, when the caller's own rights have an end.</param>
    /// <param name="Mail">Whether links can go out by e-mail.</param>
    public sealed record Preview(
        IReadOnlyList<InvitationRow> Rows,
        IReadOnlyList<InvitationError> Errors,
        int New,
        int FurtherRoles,
        DateOnly? UntilOn,
        bool Mail
    );

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new InvitationListValidator());
    }

    internal sealed class Handler(AppDbContext db, ILookupNormalizer names, Mailer mailer, IHttpContextAccessor http)
        : IRequestHandler<Command, Ok<Preview>>
    {
        public async Task<Ok<Preview>> Handle(Command request, CancellationToken cancellationToken)
        {
            var plan = await new InvitationPlan(db, names, http.Caller()).Read(request.Body.Text, cancellationToken);
            return TypedResults.Ok(
                new Preview(
                    [.. plan.Rows.Select(r => r.Row)],
                    plan.Errors,
                    plan.Rows.Count(r => r.Row.Outcome == InvitationOutcome.New),
                    plan.Rows.Count(r => r.Row.Outcome == InvitationOutcome.FurtherRole),
                    plan.Rows.Min(r => r.ToOn),
                    mailer.IsOn
                )
            );
        }
    }
}
