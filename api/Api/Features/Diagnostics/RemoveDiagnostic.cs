using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Removes diagnostics that were announced by mistake; once there are results they stay.</summary>
public static class RemoveDiagnostic
{
    /// <param name="Id">Id of the diagnostics.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var campaign = await db.CampaignToChange(request.Id, request.IfMatch, cancellationToken);
            if (await db.HasResults(campaign, cancellationToken))
                throw Problems.RuleBroken("campaign-has-results", "По этой диагностике уже есть результаты: удалить её нельзя.");
            db.Remove(campaign);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
