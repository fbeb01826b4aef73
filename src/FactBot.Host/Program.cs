using FactBot.Host;
using FactBot.Host.Operations;
using FactBot.Host.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

try
{
    using var host = FactBotHost.CreateBuilder(args).Build();
    await host.StartFactBotAsync(CancellationToken.None);
    await host.WaitForShutdownAsync();
    return Environment.ExitCode;
}
catch (OptionsValidationException e)
{
    Console.Error.WriteLine(string.Join(Environment.NewLine, e.Failures));
    return ExitCode.Settings;
}
catch (Exception e) when (e is FormatException or InvalidDataException or InvalidOperationException)
{
    Console.Error.WriteLine($"The settings cannot be used: {e.Message}");
    return ExitCode.Settings;
}
catch (DatabaseException e)
{
    Console.Error.WriteLine(e.Message);
    return ExitCode.Database;
}
