namespace Opora.Domain.Indicators.Formulas;

/// <summary>Gives meaning to the functions of the language.</summary>
sealed class FormulaCalls(FormulaBinder binder, FormulaIndicator subject)
{
    /// <summary>All names that stand before a parenthesis.</summary>
    public static readonly IReadOnlyList<string> Functions =
    [
        "marks",
        "below",
        "participants",
        "mean",
        "rising",
        "indicator",
        "previous",
        "sum",
        "count_yes",
        "count_known",
        "share",
        .. FormulaRegister.All.Select(register => register.Code),
    ];

    public FormulaPart? Bind(CallSyntax call)
    {
        switch (call.Function)
        {
            case "marks":
                return new ResultsCall(binder, call, ResultsFunction.Marks).Bind();
            case "below":
                return new ResultsCall(binder, call, ResultsFunction.Below).Bind();
            case "participants":
                return new ResultsCall(binder, call, ResultsFunction.Participants).Bind();
            case "mean":
                return new ResultsCall(binder, call, ResultsFunction.Mean).Bind();
            case "rising":
                return IsPlace(call) ? new ResultsCall(binder, call, ResultsFunction.Rising).Bind() : null;
            case "indicator":
                return Other(call, previous: false);
            case "previous":
                return Other(call, previous: true);
            case "sum":
                return OfSchools(call, SchoolsFunction.Sum);
            case "count_yes":
                return OfSchools(call, SchoolsFunction.CountYes);
            case "count_known":
                return OfSchools(call, SchoolsFunction.CountKnown);
            case "share":
                return Share(call);
        }
        if (FormulaRegister.Named(call.Function) is { } register)
            return Register(call, register);
        binder.Wrong(
            FormulaMistake.UnknownFunction,
            new NameSyntax(call.Function, call.Position, call.Function.Length),
            $"Функции «{call.Function}» нет",
            NearestName.Of(call.Function, Functions)
        );
        return null;
    }

    RegisterPart? Register(CallSyntax call, FormulaRegister register)
    {
        if (call.Arguments.Count > 0)
        {
            binder.Wrong(FormulaMistake.Arguments, call, $"У {call.Function}() нет аргументов: скобки остаются пустыми");
            return null;
        }
        return !register.PlacesOnly || IsPlace(call) ? new(register, call.Position, call.Length) : null;
    }

    SharePart? Share(CallSyntax call)
    {
        if (call.Arguments.Count != 2 || call.Arguments.Any(argument => argument.Label is not null))
        {
            binder.Wrong(FormulaMistake.Arguments, call, "Функции share нужны два аргумента: числитель и знаменатель");
            return null;
        }
        var numerator = Whole(call.Arguments[0].Value);
        var denominator = Whole(call.Arguments[1].Value);
        if (denominator is not null && FormulaBinder.Folded(denominator) is { IsZero: true })
        {
            binder.Wrong(FormulaMistake.ZeroDivision, call.Arguments[1].Value, "Знаменатель доли — ноль");
            return null;
        }
        return numerator is null || denominator is null ? null : new(numerator, denominator, call.Position, call.Length);
    }

    FormulaPart? Whole(FormulaSyntax syntax)
    {
        var part = binder.Part(syntax);
        if (part is null or { Type: FormulaType.Whole })
            return part;
        binder.Wrong(
            FormulaMistake.WrongType,
            syntax,
            $"Доля берётся из двух целых чисел (сколько из скольких), а здесь формула даёт {FormulaBinder.Russian(part.Type)}"
        );
        return null;
    }

    IndicatorPart? Other(CallSyntax call, bool previous)
    {
        if (Code(call, labels: false) is not { } code || binder.Indicator(code, samePeriod: !previous) is not { } indicator)
            return null;
        if (indicator.Level != subject.Level)
        {
            var advice = subject.Level != IndicatorLevel.School && indicator.Level == IndicatorLevel.School ? ", например sum(…)" : "";
            binder.Wrong(
                FormulaMistake.WrongLevel,
                code,
                $"У показателя «{indicator.Code}» значения {Level(indicator.Level)}, а нужны {Level(subject.Level)}{advice}"
            );
            return null;
        }
        return SamePeriods(indicator, code) ? new(indicator, previous, indicator.Type, call.Position, call.Length) : null;
    }

    SchoolsPart? OfSchools(CallSyntax call, SchoolsFunction function)
    {
        if (!IsPlace(call) || Code(call, labels: true) is not { } code || binder.Indicator(code, samePeriod: true) is not { } indicator)
            return null;
        if (indicator.Level != IndicatorLevel.School)
        {
            binder.Wrong(FormulaMistake.WrongLevel, code, $"У показателя «{indicator.Code}» нет значений школ");
            return null;
        }
        var refused = (function, indicator.Unit) switch
        {
            (SchoolsFunction.CountYes, not IndicatorUnit.YesNo) =>
                "Функция count_yes считает ответы «да», а этот показатель — не «да» или «нет»",
            (SchoolsFunction.Sum, IndicatorUnit.YesNo) => "Ответы «да» считает функция count_yes",
            (SchoolsFunction.Sum, IndicatorUnit.Mean) => "Средние не складываются",
            _ => null,
        };
        if (refused is not null)
        {
            binder.Wrong(FormulaMistake.WrongType, code, refused);
            return null;
        }
        var type = function == SchoolsFunction.Sum ? indicator.Type : FormulaType.Whole;
        return SamePeriods(indicator, code) && OfListed(call) is { } listed
            ? new(function, indicator, listed, type, call.Position, call.Length)
            : null;
    }

    TextSyntax? Code(CallSyntax call, bool labels)
    {
        var unlabelled = call.Arguments.Where(argument => argument.Label is null).ToList();
        if (unlabelled is [{ Value: TextSyntax code }] && call.Arguments[0].Label is null && (labels || call.Arguments.Count == 1))
            return code;
        binder.Wrong(FormulaMistake.Arguments, call, $"Функции {call.Function} нужен код показателя в кавычках: {call.Function}(\"код\")");
        return null;
    }

    bool? OfListed(CallSyntax call)
    {
        var listed = false;
        foreach (var argument in call.Arguments.Where(argument => argument.Label is not null))
        {
            if (argument is not { Label.Text: "of", Value: NameSyntax { Text: "listed" } } || listed)
            {
                binder.Wrong(FormulaMistake.Arguments, argument.Label!, "Здесь можно указать только «of: listed», один раз");
                return null;
            }
            listed = true;
        }
        return listed;
    }

    bool SamePeriods(FormulaIndicator indicator, TextSyntax code)
    {
        if (indicator.PeriodKind == subject.PeriodKind)
            return true;
        binder.Wrong(FormulaMistake.WrongPeriod, code, $"Показатель «{indicator.Code}» измеряется за другие периоды, чем этот");
        return false;
    }

    bool IsPlace(CallSyntax call)
    {
        if (subject.Level != IndicatorLevel.School)
            return true;
        binder.Wrong(
            FormulaMistake.WrongLevel,
            call,
            $"Функция {call.Function} считает по школам муниципалитета или региона, а показатель — школы"
        );
        return false;
    }

    static string Level(IndicatorLevel level) =>
        level switch
        {
            IndicatorLevel.School => "школ",
            IndicatorLevel.Municipality => "муниципалитетов",
            _ => "региона",
        };
}
