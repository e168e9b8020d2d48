namespace Opora.Domain.Indicators.Formulas;

/// <summary>A part of a formula as written, before anything is known of its names.</summary>
abstract record FormulaSyntax(int Position, int Length)
{
    /// <summary>This part and all below it.</summary>
    public IEnumerable<FormulaSyntax> All()
    {
        // By a stack of its own: a long sum is a deep tree.
        var left = new Stack<FormulaSyntax>([this]);
        while (left.TryPop(out var part))
        {
            yield return part;
            foreach (var child in part.Children.Reverse())
                left.Push(child);
        }
    }

    public virtual IEnumerable<FormulaSyntax> Children => [];
}

sealed record NumberSyntax(long Thousandths, int Position, int Length) : FormulaSyntax(Position, Length);

sealed record NameSyntax(string Text, int Position, int Length) : FormulaSyntax(Position, Length);

sealed record TextSyntax(string Text, int Position, int Length) : FormulaSyntax(Position, Length);

sealed record NegationSyntax(FormulaSyntax Inner, int Position, int Length) : FormulaSyntax(Position, Length)
{
    public override IEnumerable<FormulaSyntax> Children => [Inner];
}

sealed record OperationSyntax(string Sign, FormulaSyntax Left, FormulaSyntax Right, int Position, int Length)
    : FormulaSyntax(Position, Length)
{
    public override IEnumerable<FormulaSyntax> Children => [Left, Right];
}

sealed record CallSyntax(string Function, IReadOnlyList<ArgumentSyntax> Arguments, int Position, int Length)
    : FormulaSyntax(Position, Length)
{
    public override IEnumerable<FormulaSyntax> Children => Arguments.Select(argument => argument.Value);
}

/// <param name="Label">What stands before the colon; null for an argument told by its place.</param>
sealed record ArgumentSyntax(NameSyntax? Label, FormulaSyntax Value);
