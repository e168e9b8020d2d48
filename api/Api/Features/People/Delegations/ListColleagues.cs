using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>Finds colleagues to whom own rights can be lent.</summary>
public static class ListColleagues
{
    private const int Most = 20;

    /// <param name="Search">Words of the name; the first colleagues by name when absent.</param>
    public sealed record Query(string? Search) : IRequest<Ok<IReadOnlyList<PersonName>>>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        private const int SearchLength = 200;

        public Validator() => RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<IReadOnlyList<PersonName>>>
    {
        public async Task<Ok<IReadOnlyList<PersonName>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var people = Colleagues.Of(db, http.Caller().Actor.Id ?? Guid.Empty);
            foreach (var word in SearchText.Needles(request.Search))
                people = people.Where(p => p.SearchName.Contains(word));
            return TypedResults.Ok<IReadOnlyList<PersonName>>(
                await people
                    .OrderBy(p => p.SortName)
                    .ThenBy(p => p.Id)
                    .Take(Most)
                    .Select(p => new PersonName(p.Id, p.DisplayName))
                    .ToListAsync(cancellationToken)
            );
        }
    }
}
