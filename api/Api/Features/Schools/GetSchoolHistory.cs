using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.History;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>Who changed what of a school, newest first.</summary>
public static class GetSchoolHistory
{
    private const string PersonThing = "Person";
    private const string TeacherThing = "Teacher";
    private const string EnrolmentThing = "Enrolment";

    /// <summary>Which page of the history.</summary>
    /// <param name="Id">Id of the school.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">at; a leading minus (the standard) puts the newest first.</param>
    public sealed record Query(Guid Id, int Page = 1, int PageSize = Paging.DefaultRows, string? Sort = null)
        : IRequest<Ok<PageOf<Change>>>,
            IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules("at");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<Change>>>
    {
        public async Task<Ok<PageOf<Change>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!await db.Schools.AnyAsync(s => s.Id == request.Id, cancellationToken))
                throw Problems.NotFound("Школа");
            // Who may do what is told to those who may see people; what was done to teachers, in the journal and on their cards.
            var entries = db.ChangeEntries.Where(c =>
                c.SchoolId == request.Id && c.Thing != PersonThing && c.Thing != TeacherThing && c.Thing != EnrolmentThing
            );
            return TypedResults.Ok(await entries.ToChanges(db, http.Caller().SeesPeople, request, cancellationToken));
        }
    }
}
