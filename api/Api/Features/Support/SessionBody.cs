using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Support;

namespace Opora.Api.Features.Support;

/// <summary>A session, planned or held.</summary>
/// <param name="On">The day.</param>
/// <param name="Counts">Who was reached; absent while it is planned.</param>
/// <param name="StaffMemberId">Who of the assigned organisation's staff holds it.</param>
/// <param name="Note">What was done; without names of children.</param>
public sealed record SessionBody(DateOnly On, SessionCountsBody? Counts = null, Guid? StaffMemberId = null, string? Note = null)
    : IExampled<SessionBody>
{
    public static SessionBody Example =>
        new(
            new DateOnly(2020, 10, 12),
            new SessionCountsBody(14, 0, 14, 9, 3, 6),
            Note: "Обследование письма и чтения, рекомендации родителям."
        );

    internal SessionFacts Facts => new(On, Counts?.Counts, StaffMemberId, string.IsNullOrWhiteSpace(Note) ? null : Note.Trim());
}

/// <summary>Who was reached in a session: counts only.</summary>
/// <param name="Children">Different children in this session.</param>
/// <param name="Returning">How many of them had been in an earlier session of the request; sums count them once.</param>
/// <param name="Examined">Children examined.</param>
/// <param name="Consulted">Children consulted.</param>
/// <param name="Teachers">Teachers consulted.</param>
/// <param name="Parents">Parents consulted.</param>
public sealed record SessionCountsBody(
    int Children,
    int Returning = 0,
    int Examined = 0,
    int Consulted = 0,
    int Teachers = 0,
    int Parents = 0
)
{
    internal SessionCounts Counts => new(Children, Returning, Examined, Consulted, Teachers, Parents);
}

/// <summary>Shape of a session.</summary>
internal sealed class SessionValidator : AbstractValidator<SessionBody>
{
    public SessionValidator()
    {
        RuleFor(s => s.On).Must(SupportDays.Likely).WithMessage(SupportDays.Unlikely);
        RuleFor(s => s.Note).MaximumLength(SupportSession.NoteLength).WithMessage($"Заметка — до {SupportSession.NoteLength} знаков.");
        RuleFor(s => s.Counts).SetValidator(new CountsValidator()!).When(s => s.Counts is not null);
    }

    private sealed class CountsValidator : AbstractValidator<SessionCountsBody>
    {
        public CountsValidator()
        {
            RuleFor(c => c.Children).Must(BePeople).WithErrorCode("out-of-range").WithMessage(HowMany);
            RuleFor(c => c.Teachers).Must(BePeople).WithErrorCode("out-of-range").WithMessage(HowMany);
            RuleFor(c => c.Parents).Must(BePeople).WithErrorCode("out-of-range").WithMessage(HowMany);
            RuleFor(c => c.Returning)
                .Must((c, n) => n >= 0 && n <= c.Children)
                .WithErrorCode("out-of-range")
                .WithMessage("Повторно пришедших не больше, чем детей на занятии.");
            RuleFor(c => c.Examined)
                .Must((c, n) => n >= 0 && n <= c.Children)
                .WithErrorCode("out-of-range")
                .WithMessage("Обследованных не больше, чем детей на занятии.");
            RuleFor(c => c.Consulted)
                .Must((c, n) => n >= 0 && n <= c.Children)
                .WithErrorCode("out-of-range")
                .WithMessage("Проконсультированных не больше, чем детей на занятии.");
            RuleFor(c => c.Children)
                .Must((c, n) => n <= (long)c.Examined + c.Consulted)
                .WithErrorCode("children-unexplained")
                .WithMessage("Каждый ребёнок обследован или проконсультирован: проверьте три числа.");
            RuleFor(c => c.Children)
                .Must((c, n) => n != 0 || c.Teachers != 0 || c.Parents != 0)
                .WithErrorCode("nobody-reached")
                .WithMessage("Занятие, на котором никого не было, не записывают.");
        }

        private static string HowMany => $"Сколько человек: от 0 до {SupportSession.MostPeople}.";

        private static bool BePeople(int count) => count is >= 0 and <= SupportSession.MostPeople;
    }
}
