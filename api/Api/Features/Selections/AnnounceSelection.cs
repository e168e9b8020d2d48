using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>Announces a competitive selection of partner schools.</summary>
public static class AnnounceSelection
{
    public sealed record Command(SelectionBody Body) : IRequest<CreatedVersion<SelectionDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new SelectionValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, CreatedVersion<SelectionDetails>>
    {
        public async Task<CreatedVersion<SelectionDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var selection = new Selection(db.Current.Scope.Regions[0], request.Body.Facts, request.Body.CriteriaFacts);
            db.Add(selection);
            var details = (await db.Saved(selection, "registered", http.Caller(), cancellationToken)).Body;
            return new CreatedVersion<SelectionDetails>(details, details.Version, $"/api/v1/selections/{details.Id}");
        }
    }
}
