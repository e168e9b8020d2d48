using System.Globalization;

namespace Opora.Domain.Indicators.Formulas;

/// <summary>
/// Reads the text of a formula by recursive descent. The grammar:
/// <code>
/// formula    = sum [ (">=" | "&lt;=" | ">" | "&lt;" | "=") sum ]
/// sum        = product { ("+" | "-") product }
/// product    = factor { ("*" | "/") factor }
/// factor     = [ "-" ] ( number | "(" formula ")" | call )
/// call       = name "(" [ argument { "," argument } ] ")"
/// argument   = [ name ":" ] ( name | quoted text | formula )
/// </code>
/// Numbers have a point and at most three decimals. Length, depth and number of parts are bounded, so no text overflows the stack.
/// </summary>
sealed class FormulaParser
{
    readonly List<Token> tokens;
    int next;
    int depth;
    int parts;

    FormulaParser(List<Token> tokens) => this.tokens = tokens;

    /// <exception cref="FormulaSyntaxException">The text is no formula.</exception>
    public static FormulaSyntax Parse(string text)
    {
        var parser = new FormulaParser(FormulaLexer.Cut(text));
        if (parser.Now.Kind == TokenKind.End)
            throw Broken(parser.Now, "Формула пуста");
        var formula = parser.Comparison();
        return parser.Now.Kind == TokenKind.End
            ? formula
            : throw Broken(parser.Now, Unexpected(parser.Now, "конец формулы или знак действия"));
    }

    Token Now => tokens[next];

    FormulaSyntax Comparison()
    {
        var left = Sum();
        if (Now.Kind != TokenKind.Sign || Now.Text is not (">=" or "<=" or ">" or "<" or "="))
            return left;
        var sign = Take();
        var right = Sum();
        return Operation(sign, left, right);
    }

    FormulaSyntax Sum()
    {
        var left = Product();
        while (Now.Is("+") || Now.Is("-"))
            left = Operation(Take(), left, Product());
        return left;
    }

    FormulaSyntax Product()
    {
        var left = Factor();
        while (Now.Is("*") || Now.Is("/"))
            left = Operation(Take(), left, Factor());
        return left;
    }

    FormulaSyntax Factor()
    {
        if (++depth > Formula.MaxDepth)
            throw Broken(Now, $"Вложенность больше {Formula.MaxDepth}: разбейте формулу на два показателя", FormulaMistake.TooLarge);
        var token = Now;
        var factor =
            token.Is("-") ? Negation()
            : token.Is("(") ? Grouped()
            : token.Kind == TokenKind.Number ? Number()
            : token.Kind == TokenKind.Name ? Call()
            : throw Broken(token, Unexpected(token, "число, функция или «(»"));
        depth--;
        return factor;
    }

    NegationSyntax Negation()
    {
        var sign = Take();
        var inner = Factor();
        return Counted(new NegationSyntax(inner, sign.Position, End(inner) - sign.Position));
    }

    FormulaSyntax Grouped()
    {
        var open = Take();
        var inner = Comparison();
        var close = Expect(")", open);
        return inner with { Position = open.Position, Length = close.Position + 1 - open.Position };
    }

    NumberSyntax Number()
    {
        var token = Take();
        var value = decimal.Parse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return Counted(new NumberSyntax((long)(value * Measure.Scale), token.Position, token.Length));
    }

    FormulaSyntax Call()
    {
        var name = Take();
        if (!Now.Is("("))
            return Counted(new NameSyntax(name.Text, name.Position, name.Length));
        var open = Take();
        var arguments = new List<ArgumentSyntax>();
        if (!Now.Is(")"))
        {
            arguments.Add(Argument());
            while (Now.Is(","))
            {
                Take();
                arguments.Add(Argument());
            }
        }
        var close = Expect(")", open);
        return Counted(new CallSyntax(name.Text, arguments, name.Position, close.Position + 1 - name.Position));
    }

    ArgumentSyntax Argument()
    {
        NameSyntax? label = null;
        if (Now.Kind == TokenKind.Name && tokens[next + 1].Is(":"))
        {
            var name = Take();
            Take();
            label = new NameSyntax(name.Text, name.Position, name.Length);
        }
        if (Now.Kind != TokenKind.Text)
            return new(label, Comparison());
        var text = Take();
        return new(label, Counted(new TextSyntax(text.Text, text.Position, text.Length)));
    }

    OperationSyntax Operation(Token sign, FormulaSyntax left, FormulaSyntax right) =>
        Counted(new OperationSyntax(sign.Text, left, right, left.Position, End(right) - left.Position));

    T Counted<T>(T part)
        where T : FormulaSyntax =>
        ++parts <= Formula.MaxParts
            ? part
            : throw Broken(Now, $"В формуле больше {Formula.MaxParts} частей: разбейте её на два показателя", FormulaMistake.TooLarge);

    Token Take() => tokens[next++];

    Token Expect(string sign, Token open) =>
        Now.Is(sign) ? Take()
        : Now.Kind == TokenKind.End ? throw Broken(open, "Скобка открыта и не закрыта")
        : throw Broken(Now, Unexpected(Now, "«,» или «)»"));

    static int End(FormulaSyntax part) => part.Position + part.Length;

    static string Unexpected(Token token, string expected) =>
        token.Kind == TokenKind.End ? $"Формула обрывается: ожидается {expected}" : $"Здесь «{token.Text}», а ожидается {expected}";

    static FormulaSyntaxException Broken(Token token, string message, FormulaMistake mistake = FormulaMistake.Syntax) =>
        new(new FormulaError(mistake, token.Position, token.Length, message));
}
