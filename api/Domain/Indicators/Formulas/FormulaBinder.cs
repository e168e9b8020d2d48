namespace Opora.Domain.Indicators.Formulas;

/// <summary>Gives names and types to what was written, and finds every mistake that can be found before computing.</summary>
sealed class FormulaBinder
{
    readonly FormulaIndicator subject;
    readonly IReadOnlyDictionary<string, FormulaIndicator> known;
    readonly bool circles;
    readonly List<FormulaError> errors = [];
    readonly FormulaCalls calls;

    public FormulaBinder(FormulaIndicator subject, IReadOnlyDictionary<string, FormulaIndicator> known, bool circles)
    {
        (this.subject, this.known, this.circles) = (subject, known, circles);
        calls = new FormulaCalls(this, subject);
    }

    public IReadOnlyList<FormulaError> Errors => errors;

    /// <summary>The checked formula; of no use when there are errors.</summary>
    public FormulaPart Bind(FormulaSyntax syntax)
    {
        var root = Part(syntax);
        if (root is not null && !Fits(root.Type))
            Wrong(FormulaMistake.WrongType, syntax, $"{Wanted()}, а формула даёт {Russian(root.Type)}");
        return root ?? new ConstantPart(Fraction.Of(0), FormulaType.Whole, syntax.Position, syntax.Length);
    }

    /// <summary>A part that gives a value; null when it is wrong, and then it has been said.</summary>
    public FormulaPart? Part(FormulaSyntax syntax) =>
        syntax switch
        {
            NumberSyntax number => Constant(number),
            NegationSyntax negation => Negation(negation),
            OperationSyntax operation => Operation(operation),
            CallSyntax call => calls.Bind(call),
            NameSyntax name => LooseName(name),
            _ => Nothing(FormulaMistake.Syntax, syntax, "Текст в кавычках стоит только в скобках функции: indicator(\"код\")"),
        };

    /// <summary>The indicator that a call names; null when there is none, and then it has been said.</summary>
    public FormulaIndicator? Indicator(TextSyntax code, bool samePeriod)
    {
        if (samePeriod && circles && FormulaCycles.Through(subject.Code, code.Text, known) is { } chain)
        {
            Wrong(
                FormulaMistake.Cycle,
                code,
                chain.Count == 2
                    ? $"Показатель «{code.Text}» нельзя считать по нему самому; за предыдущий период: previous(\"{code.Text}\")"
                    : $"Показатели считаются друг по другу: {string.Join(" → ", chain)}"
            );
            return null;
        }
        if (code.Text == subject.Code)
            return subject;
        if (known.TryGetValue(code.Text, out var indicator))
            return indicator;
        Wrong(FormulaMistake.UnknownIndicator, code, $"Показателя с кодом «{code.Text}» нет", NearestName.Of(code.Text, known.Keys));
        return null;
    }

    public void Wrong(FormulaMistake mistake, FormulaSyntax at, string message, string? nearest = null) =>
        errors.Add(
            new(mistake, at.Position, at.Length, nearest is null ? message : $"{message}. Возможно, имелось в виду «{nearest}»", nearest)
        );

    /// <summary>What a type is called, in the accusative.</summary>
    public static string Russian(FormulaType type) =>
        type switch
        {
            FormulaType.Share => "долю",
            FormulaType.Number => "число",
            FormulaType.Whole => "целое число",
            _ => "ответ «да» или «нет»",
        };

    static ConstantPart Constant(NumberSyntax number)
    {
        var value = Fraction.OfThousandths(number.Thousandths);
        return new(value, value.IsWhole ? FormulaType.Whole : FormulaType.Number, number.Position, number.Length);
    }

    NegationPart? Negation(NegationSyntax negation) =>
        Operand(negation.Inner) is { } inner ? new(inner, Plain(inner.Type), negation.Position, negation.Length) : null;

    OperationPart? Operation(OperationSyntax operation)
    {
        var left = Operand(operation.Left);
        var right = Operand(operation.Right);
        if (left is null || right is null)
            return null;
        if (operation.Sign == "/" && Folded(right) is { IsZero: true })
        {
            Wrong(FormulaMistake.ZeroDivision, operation.Right, "Деление на ноль");
            return null;
        }
        var type = operation.Sign switch
        {
            ">=" or "<=" or ">" or "<" or "=" => FormulaType.YesNo,
            "/" => FormulaType.Number,
            _ => (left.Type, right.Type) is (FormulaType.Whole, FormulaType.Whole) ? FormulaType.Whole : FormulaType.Number,
        };
        return new(operation.Sign, left, right, type, operation.Position, operation.Length);
    }

    /// <summary>The value of a part that consists of constants alone; null of any other.</summary>
    public static Fraction? Folded(FormulaPart part)
    {
        try
        {
            return part switch
            {
                ConstantPart constant => constant.Value,
                NegationPart negation => Folded(negation.Inner) is { } inner ? -inner : null,
                OperationPart { Type: not FormulaType.YesNo } operation
                    when Folded(operation.Left) is { } left && Folded(operation.Right) is { } right => (
                    FormulaEvaluation.Operated(operation.Sign, left, right) as FormulaValue.Number
                )?.Value,
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    FormulaPart? Operand(FormulaSyntax syntax)
    {
        if (Part(syntax) is not { } part)
            return null;
        return part.Type != FormulaType.YesNo
            ? part
            : Nothing(FormulaMistake.WrongType, syntax, "С ответом «да» или «нет» нет ни действий, ни сравнений");
    }

    FormulaPart? LooseName(NameSyntax name) =>
        FormulaCalls.Functions.Contains(name.Text)
            ? Nothing(FormulaMistake.Syntax, name, $"После имени функции нужны скобки: {name.Text}(…)")
        : known.ContainsKey(name.Text)
            ? Nothing(FormulaMistake.UnknownName, name, $"Другой показатель берётся функцией: indicator(\"{name.Text}\")")
        : Nothing(
            FormulaMistake.UnknownName,
            name,
            $"Имя «{name.Text}» само по себе не значит ничего",
            NearestName.Of(name.Text, FormulaCalls.Functions)
        );

    FormulaPart? Nothing(FormulaMistake mistake, FormulaSyntax at, string message, string? nearest = null)
    {
        Wrong(mistake, at, message, nearest);
        return null;
    }

    bool Fits(FormulaType type) =>
        subject.Unit switch
        {
            IndicatorUnit.Share => type == FormulaType.Share,
            IndicatorUnit.Count => type == FormulaType.Whole,
            IndicatorUnit.YesNo => type == FormulaType.YesNo,
            _ => type is FormulaType.Number or FormulaType.Whole,
        };

    string Wanted() =>
        subject.Unit switch
        {
            IndicatorUnit.Share => "Показатель — доля: нужна функция, дающая долю, например share(числитель, знаменатель)",
            IndicatorUnit.Count => "Показатель — количество: нужно целое число",
            IndicatorUnit.YesNo => "Показатель — «да» или «нет»: нужно сравнение, например … >= 30",
            _ => "Показатель — число: нужно число, а доля становится числом процентов в действии, например … * 1",
        };

    static FormulaType Plain(FormulaType type) => type == FormulaType.Whole ? FormulaType.Whole : FormulaType.Number;
}
