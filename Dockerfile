# Builds the host (src/FactBot.Host); the sandbox is for development and is left out.
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /source
# true builds the bot on Discord.Net: docker build --build-arg DISCORD_NET=true .
ARG DISCORD_NET=false

# Restored first, so that a change of code alone does not fetch the packages again.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/FactBot/FactBot.csproj src/FactBot/
COPY src/FactBot.Domain/FactBot.Domain.csproj src/FactBot.Domain/
COPY src/FactBot.Text/FactBot.Text.csproj src/FactBot.Text/
COPY src/FactBot.Discord/FactBot.Discord.csproj src/FactBot.Discord/
COPY src/FactBot.DiscordNet/FactBot.DiscordNet.csproj src/FactBot.DiscordNet/
COPY src/FactBot.Host/FactBot.Host.csproj src/FactBot.Host/
RUN dotnet restore src/FactBot.Host -p:DiscordNet=$DISCORD_NET

COPY config/ config/
COPY src/FactBot/ src/FactBot/
COPY src/FactBot.Domain/ src/FactBot.Domain/
COPY src/FactBot.Text/ src/FactBot.Text/
COPY src/FactBot.Discord/ src/FactBot.Discord/
COPY src/FactBot.DiscordNet/ src/FactBot.DiscordNet/
COPY src/FactBot.Host/ src/FactBot.Host/
RUN dotnet publish src/FactBot.Host --configuration Release --no-restore -p:DiscordNet=$DISCORD_NET --output /app \
 && mkdir /data

# No shell, no package manager, and a user without rights. What FactBot needs of the system it brings along.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app ./
COPY --from=build --chown=$APP_UID:$APP_UID /data /data

# Health is told inside of the container alone. Without diagnostics, .NET writes nothing outside of /data.
ENV FACTBOT_Storage__Path=/data/factbot.db \
    FACTBOT_Web__Url=http://127.0.0.1:8080 \
    DOTNET_EnableDiagnostics=0
VOLUME /data
USER $APP_UID
HEALTHCHECK --interval=60s --timeout=15s --start-period=30s CMD ["dotnet", "FactBot.Host.dll", "health"]
ENTRYPOINT ["dotnet", "FactBot.Host.dll"]
