using FactBot.Domain.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Chat;

/// <summary>Runs a command with the services of a scope.</summary>
public delegate Task<Reply> RunCommand(
    IServiceProvider services, Request request, Team team, CancellationToken cancellationToken);

/// <summary>A command's spec together with the way to run it.</summary>
public sealed record Command(CommandSpec Spec, RunCommand RunAsync)
{
    public static Command Of<T>()
        where T : class, ICommand => new(
            T.Spec,
            (services, request, team, cancellationToken) =>
                ActivatorUtilities.CreateInstance<T>(services).HandleAsync(request, team, cancellationToken));
}
