using FactBot.Sandbox;
using FactBot.Sandbox.Demo;

if (args is ["demo", .. var demoArguments])
{
    return await DemoRun.PlayAsync(demoArguments, Console.Out);
}

var (options, fault) = SandboxArguments.Read(args);
if (options is null)
{
    await Console.Error.WriteLineAsync(fault);
    return 2;
}

using var stop = new StopSignal();
try
{
    await using var sandbox = await SandboxHost.StartAsync(options, HostedBot.Make, stop.Token);
    Console.WriteLine(Greeting.For(sandbox.Address, options));
    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token);
}
catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
{
}
catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FactBot.Host.Storage.DatabaseException)
{
    await Console.Error.WriteLineAsync($"The sandbox cannot start: {failure.Message}");
    return 2;
}

return 0;
