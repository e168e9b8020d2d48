namespace Opora.Domain.Indicators.Formulas;

/// <summary>Finds whether an indicator would be computed from itself.</summary>
static class FormulaCycles
{
    /// <summary>The codes from the indicator back to itself, both ends included; null when there is no way back.</summary>
    /// <param name="subject">Code of the indicator.</param>
    /// <param name="first">A code that its formula refers to.</param>
    /// <param name="known">All indicators by code.</param>
    public static IReadOnlyList<string>? Through(string subject, string first, IReadOnlyDictionary<string, FormulaIndicator> known)
    {
        // The shortest chain is the one that is easiest to follow.
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal) { [first] = subject };
        var queue = new Queue<string>([first]);
        while (queue.TryDequeue(out var code))
        {
            if (code == subject)
                return Chain(subject, cameFrom);
            if (!known.TryGetValue(code, out var indicator) || indicator.Formula is not { } text)
                continue;
            foreach (var next in FormulaReferences.CodesIn(text))
                if (cameFrom.TryAdd(next, code))
                    queue.Enqueue(next);
        }
        return null;
    }

    static List<string> Chain(string subject, Dictionary<string, string> cameFrom)
    {
        var chain = new List<string> { subject };
        var code = subject;
        do chain.Add(code = cameFrom[code]);
        while (code != subject);
        chain.Reverse();
        return chain;
    }
}
