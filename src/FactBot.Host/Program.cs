using System.CommandLine;
using FactBot.Host.Operator;

return await HostCommands.Root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
