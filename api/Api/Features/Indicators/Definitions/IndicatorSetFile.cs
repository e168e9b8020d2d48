using System.Text.Json;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>A set with its indicators as a file: what is exported can be imported, here or in another region.</summary>
/// <param name="Format">Always <c>opora-indicator-set-1</c>.</param>
/// <param name="Code">Code of the set.</param>
/// <param name="Name">Name of the set.</param>
/// <param name="Note">Where it comes from and what it is for.</param>
/// <param name="Indicators">Its indicators in their present definitions, in order.</param>
public sealed record IndicatorSetFile(string Format, string Code, string Name, string? Note, IReadOnlyList<IndicatorOfFile> Indicators)
{
    /// <summary>The one format there is.</summary>
    public const string TheFormat = "opora-indicator-set-1";

    /// <summary>Most indicators of a file.</summary>
    public const int MostIndicators = 500;
}

/// <summary>An indicator as a file holds it.</summary>
public sealed record IndicatorOfFile : IndicatorBody
{
    /// <summary>Name for programs and formulas; unique in the region.</summary>
    public required string Code { get; init; }

    /// <summary>Place in the set, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>First day of the periods that the definition is for.</summary>
    public required DateOnly ValidFromOn { get; init; }

    internal static IndicatorOfFile Of(Indicator indicator)
    {
        var present = indicator.Current;
        return new IndicatorOfFile
        {
            Code = indicator.Code,
            Number = indicator.Number,
            ValidFromOn = present.ValidFromOn,
            Name = present.Name,
            Group = present.Group,
            Unit = present.Unit,
            Direction = present.Direction,
            Level = present.Level,
            PeriodKind = present.PeriodKind,
            EnteredBy = present.EnteredBy,
            Aggregation = present.Aggregation,
            Breakdown = present.Breakdown,
            Min = IndicatorDetails.Shown(present.MinThousandths),
            Max = IndicatorDetails.Shown(present.MaxThousandths),
            Formula = present.Formula,
            Method = present.Method,
            Decimals = present.Decimals,
            WarnChangePercent = present.WarnChangePercent,
        };
    }
}

/// <summary>Reads the indicators of a file one by one, so that everything wrong in any of them is told.</summary>
internal static class IndicatorsOfFile
{
    private const string Wrong = "Лишнее, пропущенное или неверного вида поле.";

    private static readonly Dictionary<string, System.Reflection.PropertyInfo> Fields = typeof(IndicatorOfFile)
        .GetProperties()
        .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), StringComparer.Ordinal);

    private static readonly IndicatorBodyValidator Shape = new();

    /// <summary>Reads one; what is wrong is added to the faults.</summary>
    /// <returns>The indicator, or null when it cannot be read.</returns>
    public static IndicatorOfFile? Read(JsonElement element, string pointer, List<ErrorItem> faults)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new ErrorItem(pointer, "malformed", "Показатель — объект с полями code, name и другими.", element.ToString()));
            return null;
        }
        var before = faults.Count;
        foreach (var member in element.EnumerateObject())
            if (!Fields.TryGetValue(member.Name, out var field))
                faults.Add(Unknown(member.Name, pointer));
            else if (!Fits(member.Value, field.PropertyType))
                faults.Add(Misfit(member, field.PropertyType, pointer));
        foreach (var name in Fields.Where(f => IsRequired(f.Value)).Select(f => f.Key).Where(n => !element.TryGetProperty(n, out _)))
            faults.Add(new ErrorItem($"{pointer}/{name}", "required", $"Не хватает поля «{name}»."));
        return faults.Count > before ? null : Whole(element, pointer, faults);
    }

    private static IndicatorOfFile? Whole(JsonElement element, string pointer, List<ErrorItem> faults)
    {
        try
        {
            var read = element.Deserialize<IndicatorOfFile>(JsonOptions.Web)!;
            Judge(read, pointer, faults);
            return read;
        }
        catch (JsonException e)
        {
            faults.Add(new ErrorItem(pointer + JsonPointer.FromJsonPath(e.Path), "malformed", Wrong));
            return null;
        }
    }

    private static void Judge(IndicatorOfFile read, string pointer, List<ErrorItem> faults)
    {
        faults.AddRange(
            Shape
                .Validate(read)
                .Errors.Select(e => new ErrorItem(
                    pointer + JsonPointer.FromPropertyPath(e.PropertyName),
                    "invalid",
                    e.ErrorMessage,
                    e.AttemptedValue?.ToString()
                ))
        );
        if (!DefinitionRules.IsCode(read.Code, Indicator.CodeLength))
            faults.Add(new ErrorItem($"{pointer}/code", "invalid", DefinitionRules.CodeWords(Indicator.CodeLength), read.Code));
        if (read.Number is < 1 or > DefinitionRules.MostNumber)
            faults.Add(new ErrorItem($"{pointer}/number", "out-of-range", DefinitionRules.NumberWords));
    }

    private static ErrorItem Unknown(string name, string pointer)
    {
        var nearest = NearestName.Of(name, Fields.Keys);
        var meant = nearest is null ? "" : $" Возможно, имелось в виду «{nearest}».";
        return new ErrorItem($"{pointer}/{JsonPointer.Escape(name)}", "unknown-field", $"Поля «{name}» нет.{meant}", Allowed: nearest);
    }

    private static ErrorItem Misfit(JsonProperty member, Type type, string pointer)
    {
        var known = Nullable.GetUnderlyingType(type) ?? type;
        var allowed = known.IsEnum ? WireNames.All(known) : null;
        return new ErrorItem(
            $"{pointer}/{member.Name}",
            "malformed",
            $"Значение поля «{member.Name}» не подходит.",
            member.Value.ToString(),
            allowed
        );
    }

    private static bool Fits(JsonElement value, Type type)
    {
        try
        {
            value.Deserialize(type, JsonOptions.Web);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsRequired(System.Reflection.PropertyInfo field) =>
        field.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), inherit: false);
}
