using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Calendar;

/// <summary>Tells what stands on the days of the caller's places.</summary>
public static class GetCalendar
{
    /// <summary>What of; all filters that are given must hold.</summary>
    /// <param name="From">First day; the first of this month when absent.</param>
    /// <param name="To">Last day, at most 400 days on; the last of that month when absent.</param>
    /// <param name="Kinds">What is wanted; all when absent.</param>
    /// <param name="Municipality">ОКТМО code: what concerns it, the region's own included.</param>
    /// <param name="School">Id of a school: what concerns it, its municipality's and the region's own included.</param>
    public sealed record Query(DateOnly? From, DateOnly? To, WireEnum<CalendarKind>[]? Kinds, string? Municipality, Guid? School)
        : IRequest<Ok<CalendarDays>>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.From)
                .Must(from => from is null or { Year: >= 2000 and < 2100 })
                .WithErrorCode("out-of-range")
                .WithMessage("Проверьте год: день с 2000 по 2099 год.");
            RuleFor(q => q.To)
                .Must(to => to is null or { Year: >= 2000 and < 2100 })
                .WithErrorCode("out-of-range")
                .WithMessage("Проверьте год: день с 2000 по 2099 год.");
            RuleFor(q => q.To)
                .Must((q, to) => to is null || q.From is null || to >= q.From)
                .WithErrorCode("ends-before-start")
                .WithMessage("Последний день раньше первого: проверьте даты.");
            RuleFor(q => q.To)
                .Must((q, to) => to is not { } last || q.From is not { } first || last.DayNumber - first.DayNumber < CalendarSpan.MostDays)
                .WithErrorCode("too-long")
                .WithMessage($"Не больше {CalendarSpan.MostDays} дней за раз.");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<CalendarDays>>
    {
        public async Task<Ok<CalendarDays>> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            var from = request.From ?? MonthOf(request.To ?? today);
            var to = request.To ?? MonthOf(from).AddMonths(1).AddDays(-1);
            var span = new CalendarSpan(from, to)
            {
                Kinds = [.. (request.Kinds ?? []).Select(k => k.Value)],
                Municipality = request.Municipality,
                School = request.School,
            };
            var (items, full) = await db.ReadCalendar(http.Caller(), span, cancellationToken);
            return TypedResults.Ok(new CalendarDays(from, to, today, items, full));
        }

        private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
    }
}
