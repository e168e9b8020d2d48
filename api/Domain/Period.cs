using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Opora.Domain;

/// <summary>What kind of year a period belongs to.</summary>
public enum YearKind
{
    /// <summary>1 January – 31 December.</summary>
    Calendar,

    /// <summary>1 September – 31 August.</summary>
    School,
}

/// <summary>
/// A year, half-year or quarter. Text forms: <c>2019</c> (calendar year), <c>2019/2020</c> (school year),
/// <c>2019/2020-H1</c> (half), <c>2019-Q2</c> (quarter).
/// <para>
/// School halves: September–December and January–August. School quarters: September–October, November–December, January–March,
/// April–August (the summer belongs to the last part, so that the parts fill the year).
/// </para>
/// </summary>
public readonly record struct Period : IComparable<Period>, IParsable<Period>
{
    /// <summary>Length of the longest text form.</summary>
    public const int MaxLength = 12;

    const int Earliest = 1990;
    const int Latest = 2100;
    const int September = 9;

    static readonly int[] Halves = [1, 2];
    static readonly int[] Quarters = [1, 2, 3, 4];

    Period(YearKind kind, int startYear, char part, int number) => (Kind, StartYear, Part, Number) = (kind, startYear, part, number);

    public YearKind Kind { get; }

    /// <summary>The calendar year in which the year of this period begins.</summary>
    public int StartYear { get; }

    /// <summary>'H' for a half, 'Q' for a quarter, '\0' for the whole year.</summary>
    char Part { get; }

    /// <summary>Which half (1–2) or quarter (1–4); 0 for the whole year.</summary>
    public int Number { get; }

    public bool IsWholeYear => Number == 0;

    public bool IsHalf => Part == 'H';

    public bool IsQuarter => Part == 'Q';

    /// <summary>First day.</summary>
    public DateOnly StartOn => new(YearOf(FirstMonth), FirstMonth, 1);

    /// <summary>Last day.</summary>
    public DateOnly EndOn => new DateOnly(YearOf(LastMonth), LastMonth, 1).AddMonths(1).AddDays(-1);

    /// <summary>The calendar year in which the exams of this period lie: those of a school year are held in its spring.</summary>
    public int ResultsYear => EndOn.Year;

    /// <summary>The period of the same length that ends the day before this one begins; null before the earliest year.</summary>
    public Period? Before =>
        Number > 1 ? new Period(Kind, StartYear, Part, Number - 1)
        : StartYear == Earliest ? null
        : new Period(
            Kind,
            StartYear - 1,
            Part,
            Part switch
            {
                'H' => 2,
                'Q' => 4,
                _ => 0,
            }
        );

    /// <summary>The whole year to which this period belongs.</summary>
    public Period Year => new(Kind, StartYear, '\0', 0);

    /// <summary>The same part of the year before: what a value is compared with.</summary>
    public Period YearBefore => new(Kind, Checked(StartYear - 1), Part, Number);

    /// <summary>How many such periods fill a year: 1, 2 or 4.</summary>
    public int PerYear =>
        IsWholeYear ? 1
        : IsHalf ? 2
        : 4;

    /// <summary>Counts such periods from the beginning of years, so that neighbours differ by one.</summary>
    public int Ordinal => StartYear * PerYear + Math.Max(Number - 1, 0);

    /// <summary>The period of this kind so many later.</summary>
    public Period Plus(int periods)
    {
        var ordinal = Ordinal + periods;
        return new(Kind, Checked(ordinal / PerYear), Part, IsWholeYear ? 0 : ordinal % PerYear + 1);
    }

    /// <summary>Whether there is a period a year before: the calendar of this product begins somewhere.</summary>
    public bool HasYearBefore => StartYear > Earliest;

    public static Period CalendarYear(int year) => new(YearKind.Calendar, Checked(year), '\0', 0);

    public static Period SchoolYear(int startYear) => new(YearKind.School, Checked(startYear), '\0', 0);

    /// <summary>The school year that holds the day: from 1 September to 31 August.</summary>
    public static Period SchoolYearOf(DateOnly day) => SchoolYear(day.Month >= September ? day.Year : day.Year - 1);

    /// <summary>Every period whose <see cref="ResultsYear"/> is the year.</summary>
    public static IReadOnlyList<Period> OfResultsYear(int year) =>
        [
            .. new[] { CalendarYear(year), SchoolYear(Math.Max(Earliest, year - 1)), SchoolYear(year) }
                .SelectMany(whole => (Period[])[whole, .. Halves.Select(whole.Half), .. Quarters.Select(whole.Quarter)])
                .Where(period => period.ResultsYear == year),
        ];

    public Period Half(int number) => number is 1 or 2 ? new(Kind, StartYear, 'H', number) : throw Unknown($"H{number}");

    public Period Quarter(int number) => number is >= 1 and <= 4 ? new(Kind, StartYear, 'Q', number) : throw Unknown($"Q{number}");

    public bool Contains(DateOnly day) => day >= StartOn && day <= EndOn;

    public override string ToString()
    {
        var year = Kind == YearKind.Calendar ? $"{StartYear:0000}" : $"{StartYear:0000}/{StartYear + 1:0000}";
        return IsWholeYear ? year : $"{year}-{Part}{Number}";
    }

    /// <summary>By first day, the longer of two that begin together first.</summary>
    public int CompareTo(Period other)
    {
        var byStart = StartOn.CompareTo(other.StartOn);
        return byStart != 0 ? byStart : other.EndOn.CompareTo(EndOn);
    }

    /// <exception cref="FormatException">The text is none of the four forms.</exception>
    public static Period Parse(string s) => Parse(s, null);

    public static Period Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var period) ? period : throw Unknown(s);

    public static bool TryParse([NotNullWhen(true)] string? s, out Period result) => TryParse(s, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Period result)
    {
        result = default;
        var text = s.AsSpan().Trim();
        if (!TryYear(text, out var start))
            return false;
        text = text[4..];
        var kind = YearKind.Calendar;
        if (text.Length >= 5 && text[0] == '/')
        {
            if (!TryYear(text[1..], out var end) || end != start + 1)
                return false;
            kind = YearKind.School;
            text = text[5..];
        }
        var year = new Period(kind, start, '\0', 0);
        if (text.IsEmpty)
        {
            result = year;
            return true;
        }
        if (text.Length != 3 || text[0] != '-')
            return false;
        var number = text[2] - '0';
        if (text[1] == 'H' && number is 1 or 2)
            result = year.Half(number);
        else if (text[1] == 'Q' && number is >= 1 and <= 4)
            result = year.Quarter(number);
        else
            return false;
        return true;
    }

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    int FirstMonth =>
        (Kind, Part, Number) switch
        {
            (YearKind.Calendar, 'H', 2) => 7,
            (YearKind.Calendar, 'Q', _) => Number * 3 - 2,
            (YearKind.Calendar, _, _) => 1,
            (_, 'H', 2) or (_, 'Q', 3) => 1,
            (_, 'Q', 2) => 11,
            (_, 'Q', 4) => 4,
            _ => 9,
        };

    int LastMonth =>
        (Kind, Part, Number) switch
        {
            (YearKind.Calendar, 'H', 1) => 6,
            (YearKind.Calendar, 'Q', _) => Number * 3,
            (YearKind.Calendar, _, _) => 12,
            (_, 'H', 1) or (_, 'Q', 2) => 12,
            (_, 'Q', 1) => 10,
            (_, 'Q', 3) => 3,
            _ => 8,
        };

    int YearOf(int month) => Kind == YearKind.School && month < 9 ? StartYear + 1 : StartYear;

    static bool TryYear(ReadOnlySpan<char> text, out int year)
    {
        year = 0;
        return text.Length >= 4
            && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out year)
            && year is >= Earliest and <= Latest;
    }

    static int Checked(int year) => year is >= Earliest and <= Latest ? year : throw Unknown($"{year}");

    static FormatException Unknown(string text) => new($"«{text}» — не период: ожидается 2019, 2019/2020, 2019/2020-H1 или 2019-Q2");
}
