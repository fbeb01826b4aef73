# Builds the host (src/FactBot.Host); the sandbox is for development and is left out.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Restored first, so that a change of code alone does not fetch the packages again.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/FactBot/FactBot.csproj src/FactBot/
COPY src/FactBot.Discord/FactBot.Discord.csproj src/FactBot.Discord/
COPY src/FactBot.Host/FactBot.Host.csproj src/FactBot.Host/
RUN dotnet restore src/FactBot.Host

COPY config/ config/
COPY src/FactBot/ src/FactBot/
COPY src/FactBot.Discord/ src/FactBot.Discord/
COPY src/FactBot.Host/ src/FactBot.Host/
RUN dotnet publish src/FactBot.Host --configuration Release --no-restore --output /app \
 && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
COPY --from=build --chown=$APP_UID:$APP_UID /data /data

ENV FACTBOT_Storage__Path=/data/factbot.db
VOLUME /data
USER $APP_UID
ENTRYPOINT ["dotnet", "FactBot.Host.dll"]
