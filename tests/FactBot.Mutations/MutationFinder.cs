using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FactBot.Mutations;

/// <summary>Finds the one-line changes of a source file that a test should notice.</summary>
internal sealed class MutationFinder : CSharpSyntaxWalker
{
    private static readonly Dictionary<SyntaxKind, string> Operators = new()
    {
        [SyntaxKind.LessThanExpression] = "<=",
        [SyntaxKind.LessThanOrEqualExpression] = "<",
        [SyntaxKind.GreaterThanExpression] = ">=",
        [SyntaxKind.GreaterThanOrEqualExpression] = ">",
        [SyntaxKind.EqualsExpression] = "!=",
        [SyntaxKind.NotEqualsExpression] = "==",
        [SyntaxKind.LogicalAndExpression] = "||",
        [SyntaxKind.LogicalOrExpression] = "&&",
        [SyntaxKind.AddExpression] = "-",
        [SyntaxKind.SubtractExpression] = "+",
        [SyntaxKind.MultiplyExpression] = "/",
        [SyntaxKind.DivideExpression] = "*",
    };

    private static readonly Dictionary<string, string> Methods = new()
    {
        ["Any"] = "All",
        ["All"] = "Any",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["MinBy"] = "MaxBy",
        ["MaxBy"] = "MinBy",
        ["OrderBy"] = "OrderByDescending",
        ["OrderByDescending"] = "OrderBy",
        ["First"] = "Last",
        ["FirstOrDefault"] = "LastOrDefault",
        ["Take"] = "Skip",
        ["Skip"] = "Take",
        ["AddDays"] = "AddHours",
        ["AddHours"] = "AddMinutes",
    };

    private readonly Area area;
    private readonly string file;
    private readonly string source;
    private readonly List<Mutation> found = [];

    private MutationFinder(Area area, string file, string source) => (this.area, this.file, this.source) = (area, file, source);

    public static IReadOnlyList<Mutation> Find(Area area, string file, string source)
    {
        var finder = new MutationFinder(area, file, source);
        finder.Visit(CSharpSyntaxTree.ParseText(source).GetRoot());
        return finder.found;
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (Operators.TryGetValue(node.Kind(), out var other) && !IsText(node))
        {
            Add(node.OperatorToken.Span, other);
        }
        else if (node.IsKind(SyntaxKind.CoalesceExpression) && node.Right is not ThrowExpressionSyntax)
        {
            Add(node.Span, node.Right.ToString());
        }

        base.VisitBinaryExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.LogicalNotExpression))
        {
            Add(node.OperatorToken.Span, "");
        }

        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.TrueLiteralExpression) || node.IsKind(SyntaxKind.FalseLiteralExpression))
        {
            Add(node.Span, node.IsKind(SyntaxKind.TrueLiteralExpression) ? "false" : "true");
        }
        else if (node.Token.Value is int number)
        {
            Add(node.Span, $"{number + 1}");
        }
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        // What a pattern declares must stay assigned, so the condition stays and is made false after it.
        Add(node.Condition.Span, $"({node.Condition}) && string.Empty.Length > 0");
        base.VisitIfStatement(node);
    }

    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        if (node.WhenTrue is not ThrowExpressionSyntax && node.WhenFalse is not (ThrowExpressionSyntax or ConditionalExpressionSyntax))
        {
            Add(node.Condition.Span, $"!({node.Condition})");
        }

        base.VisitConditionalExpression(node);
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        if (!node.ToString().StartsWith("Log", StringComparison.Ordinal))
        {
            Add(node.Span, ";");
        }

        base.VisitExpressionStatement(node);
    }

    public override void VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        if (node.Parent is InvocationExpressionSyntax && Methods.TryGetValue(node.Name.ToString(), out var other))
        {
            Add(node.Name.Span, other);
        }
        else if (node.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call && node.Name.ToString() == "Where")
        {
            Add(call.Span, node.Expression.ToString());
        }

        base.VisitMemberAccessExpression(node);
    }

    public override void VisitReturnStatement(ReturnStatementSyntax node)
    {
        if (node.Expression is IsPatternExpressionSyntax)
        {
            Add(node.Expression.Span, $"!({node.Expression})");
        }

        base.VisitReturnStatement(node);
    }

    public override void VisitArrowExpressionClause(ArrowExpressionClauseSyntax node)
    {
        if (node.Expression is IsPatternExpressionSyntax)
        {
            Add(node.Expression.Span, $"!({node.Expression})");
        }

        base.VisitArrowExpressionClause(node);
    }

    public override void VisitAttribute(AttributeSyntax node)
    {
    }

    public override void VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node)
    {
    }

    private static bool IsText(BinaryExpressionSyntax node) =>
        node.DescendantNodesAndSelf().Any(n => n is InterpolatedStringExpressionSyntax || n.IsKind(SyntaxKind.StringLiteralExpression))
        && node.Kind() is SyntaxKind.AddExpression;

    private void Add(Microsoft.CodeAnalysis.Text.TextSpan span, string after)
    {
        var before = source.Substring(span.Start, span.Length);
        var line = source.AsSpan(0, span.Start).Count('\n') + 1;
        found.Add(new Mutation(area, file, line, span.Start, before, after));
    }
}
