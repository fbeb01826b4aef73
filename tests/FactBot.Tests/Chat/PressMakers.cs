using System.Reflection;
using System.Reflection.Emit;
using FactBot.Chat;

namespace FactBot.Tests.Chat;

/// <summary>Where the product makes buttons, forms and menus, read from its own code, so that none is overlooked.</summary>
internal static class PressMakers
{
    private static readonly Type[] Pressed = [typeof(Button), typeof(Form), typeof(Menu)];

    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>In how many places each type makes buttons, forms and menus.</summary>
    public static IReadOnlyDictionary<string, (int Buttons, int Forms, int Menus)> Find() => typeof(Button).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).SelectMany(MadeIn, (_, made) => (Maker: OutermostOf(type), Made: made)))
        .Where(m => !Pressed.Contains(m.Maker))
        .GroupBy(m => m.Maker.Name)
        .ToDictionary(g => g.Key, g => (g.Count(m => m.Made == typeof(Button)), g.Count(m => m.Made == typeof(Form)), g.Count(m => m.Made == typeof(Menu))));

    private static Type OutermostOf(Type type) => type.DeclaringType is { } outer ? OutermostOf(outer) : type;

    /// <summary>What a method makes with <c>newobj</c>, whose operand is the token of a constructor in the same assembly.</summary>
    private static IEnumerable<Type> MadeIn(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at + 5 <= code.Length; at++)
        {
            // Tokens of methods of the assembly itself begin with 6; https://ecma-international.org/publications-and-standards/standards/ecma-335/
            if (code[at] == OpCodes.Newobj.Value && code[at + 4] == 6
                && Resolve(method.Module, BitConverter.ToInt32(code, at + 1)) is { } made && Pressed.Contains(made))
            {
                yield return made;
            }
        }
    }

    private static Type? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token)?.DeclaringType;
        }
        catch (ArgumentException)
        {
            // Bytes that only look like a token.
            return null;
        }
    }
}
