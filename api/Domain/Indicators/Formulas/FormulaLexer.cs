namespace Opora.Domain.Indicators.Formulas;

enum TokenKind
{
    Number,
    Name,
    Text,
    Sign,
    End,
}

/// <summary>A word of a formula.</summary>
/// <param name="Text">As written; of a quoted text what stands between the quotes.</param>
readonly record struct Token(TokenKind Kind, string Text, int Position, int Length)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;
}

/// <summary>
/// Cuts a formula into words. A hyphen between letters belongs to the name (<c>social-studies</c>): a function always ends with a
/// parenthesis, so no difference of two of them looks like that.
/// </summary>
static class FormulaLexer
{
    const int MaxDigits = 12;
    static readonly string[] Signs = [">=", "<=", ">", "<", "=", "+", "-", "*", "/", "(", ")", ",", ":"];

    public static List<Token> Cut(string text)
    {
        if (text.Length > Formula.MaxLength)
            throw Broken(
                FormulaMistake.TooLarge,
                Formula.MaxLength,
                text.Length - Formula.MaxLength,
                $"Формула длиннее {Formula.MaxLength} знаков"
            );
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            var token = Next(text, at);
            tokens.Add(token);
            if (token.Kind == TokenKind.End)
                return tokens;
            at += token.Length;
        }
    }

    static Token Next(string text, int at) =>
        at == text.Length ? new(TokenKind.End, "", at, 0)
        : char.IsAsciiDigit(text[at]) ? Number(text, at)
        : char.IsLetter(text[at]) || text[at] == '_' ? Name(text, at)
        : ClosingQuote(text[at]) is { } quote ? Quoted(text, at, quote)
        : Sign(text, at);

    static Token Number(string text, int start)
    {
        var at = start;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        var whole = at - start;
        var decimals = 0;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                (at, decimals) = (at + 1, decimals + 1);
        }
        if (whole > MaxDigits || decimals > 3)
            throw Broken(
                FormulaMistake.Syntax,
                start,
                at - start,
                $"В числе может быть до {MaxDigits} знаков до точки и до 3 знаков после неё"
            );
        return new(TokenKind.Number, text[start..at], start, at - start);
    }

    static Token Name(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && (IsNamed(text[at]) || (text[at] == '-' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
            at++;
        return new(TokenKind.Name, text[start..at], start, at - start);
    }

    static Token Quoted(string text, int start, char closing)
    {
        var end = text.IndexOf(closing, start + 1);
        if (end < 0)
            throw Broken(FormulaMistake.Syntax, start, text.Length - start, "Кавычка открыта и не закрыта");
        return new(TokenKind.Text, text[(start + 1)..end], start, end + 1 - start);
    }

    static Token Sign(string text, int at) =>
        Signs.FirstOrDefault(sign => text.AsSpan(at).StartsWith(sign, StringComparison.Ordinal)) is { } sign
            ? new(TokenKind.Sign, sign, at, sign.Length)
            : throw Broken(FormulaMistake.Syntax, at, 1, Unexpected(text[at]));

    static string Unexpected(char sign) =>
        sign switch
        {
            ';' => "Аргументы разделяются запятой, а не точкой с запятой",
            '%' => "Знак % не пишется: доля в сравнениях и действиях уже считается в процентах",
            '.' => "Точка стоит только внутри числа, между цифрами",
            '−' or '–' or '—' => "Минус пишется знаком «-»",
            '×' or '·' => "Умножение пишется знаком «*»",
            '÷' => "Деление пишется знаком «/»",
            _ => $"Знака «{(char.IsControl(sign) || char.IsSurrogate(sign) ? '\uFFFD' : sign)}» в формулах нет",
        };

    // Text editors replace straight quotes by these.
    static char? ClosingQuote(char quote) =>
        quote switch
        {
            '"' => '"',
            '«' => '»',
            '“' => '”',
            '„' => '“',
            _ => null,
        };

    static bool IsNamed(char c) => char.IsLetterOrDigit(c) || c == '_';

    static FormulaSyntaxException Broken(FormulaMistake mistake, int position, int length, string message) =>
        new(new FormulaError(mistake, position, length, message));
}
