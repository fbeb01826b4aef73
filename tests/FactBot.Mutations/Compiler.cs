using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FactBot.Mutations;

/// <summary>
/// A project as the compiler is given it, kept in memory: a changed file costs one compilation rather than a build. What the
/// generators write is made once, since no mutation touches an attribute.
/// </summary>
internal sealed class Compiler(CSharpCompilation compilation, CSharpCommandLineArguments arguments)
{
    /// <summary>Reads the compiler's command line from a project that has been built.</summary>
    /// <param name="buildOutput">What <c>dotnet build -getItem:CscCommandLineArgs</c> printed.</param>
    public static Compiler Open(string projectFolder, string buildOutput)
    {
        using var json = JsonDocument.Parse(buildOutput);
        var line = json.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(a => a.GetProperty("Identity").GetString()!);
        var arguments = CSharpCommandLineParser.Default.Parse(line, projectFolder, sdkDirectory: null);
        var compilation = CSharpCompilation.Create(
            arguments.CompilationName,
            arguments.SourceFiles.Select(f => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(f.Path), Encoding.UTF8), arguments.ParseOptions, f.Path)),
            arguments.MetadataReferences.Select(r => MetadataReference.CreateFromFile(r.Reference, r.Properties)),
            arguments.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress));
        var generators = arguments.AnalyzerReferences
            .SelectMany(r => new AnalyzerFileReference(r.FilePath, new Loader()).GetGenerators(LanguageNames.CSharp));
        CSharpGeneratorDriver.Create(generators, parseOptions: arguments.ParseOptions).RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return new Compiler((CSharpCompilation)whole, arguments);
    }

    /// <summary>Writes the assembly with one file changed; <see langword="false"/> where that does not compile.</summary>
    public bool Compile(string path, string source, string assembly)
    {
        var before = compilation.SyntaxTrees.Single(t => t.FilePath == path);
        var after = before.WithChangedText(SourceText.From(source, Encoding.UTF8));
        using var image = new MemoryStream();
        if (!compilation.ReplaceSyntaxTree(before, after).Emit(image, manifestResources: arguments.ManifestResources).Success)
        {
            return false;
        }

        File.WriteAllBytes(assembly, image.ToArray());
        return true;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
