using Opora.Api;
using Opora.Api.Auth;
using Opora.Api.Auth.External;
using Opora.Api.Features.Access;
using Opora.Api.Features.Associations;
using Opora.Api.Features.Calendar;
using Opora.Api.Features.Changes;
using Opora.Api.Features.Clients;
using Opora.Api.Features.Cohorts;
using Opora.Api.Features.Diagnostics;
using Opora.Api.Features.Events;
using Opora.Api.Features.Home;
using Opora.Api.Features.Imports;
using Opora.Api.Features.Indicators.Definitions;
using Opora.Api.Features.Indicators.Formulas;
using Opora.Api.Features.Indicators.Machine;
using Opora.Api.Features.Indicators.Panels;
using Opora.Api.Features.Indicators.Periods;
using Opora.Api.Features.Indicators.Reports;
using Opora.Api.Features.Indicators.Targets;
using Opora.Api.Features.Indicators.Values;
using Opora.Api.Features.Internships;
using Opora.Api.Features.Mentorings;
using Opora.Api.Features.Notifications;
using Opora.Api.Features.Organisations;
using Opora.Api.Features.Partnerships;
using Opora.Api.Features.People;
using Opora.Api.Features.Places;
using Opora.Api.Features.Profile;
using Opora.Api.Features.Recommendations;
using Opora.Api.Features.Results;
using Opora.Api.Features.Schools;
using Opora.Api.Features.Selections;
using Opora.Api.Features.Settings;
using Opora.Api.Features.Support;
using Opora.Api.Features.Teachers;
using Opora.Api.Features.Training;
using Opora.Api.Features.Views;
using Opora.Api.Files;
using Opora.Api.Http;
using Opora.Persistence;

try
{
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = StartOptions.SettingsOf(args), ContentRootPath = AppContext.BaseDirectory }
    );
    var start = StartOptions.Read(builder);

    builder.AddHttp();
    builder.Services.AddSignIn(start.KeysFolder);
    builder.AddSignInThrottle();
    builder.AddExternalSignIn();
    builder.Services.AddSlices();
    builder.AddDatabase(start);
    builder.Services.AddHostedService<KeepRollupsReady>();
    builder.Services.AddHostedService<KeepFormulasComputed>();
    builder.Services.AddImports();
    builder.Services.AddSingleton<KeptFigures>();
    builder.Services.AddFiles(start, builder.Configuration);
    builder.Services.AddPeople(builder.Configuration);

    var app = builder.Build();
    if (start.Migrate)
    {
        await app.Migrate();
        return 0;
    }

    app.UseHttp();
    app.UseWebApp();
    app.UseCrossSiteGuard();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseNeeds();
    app.UseQueryNames();

    app.MapHealth();
    app.MapContract().NeedsNothing();
    app.MapSession();
    app.MapProfile();
    app.MapPeople();
    app.MapPlaces();
    app.MapSettings();
    app.MapOrganisations();
    app.MapSchools();
    app.MapCohorts();
    app.MapDynamics();
    app.MapResults();
    app.MapDefinitions();
    app.MapRecommendations();
    app.MapTeachers();
    app.MapPartnerships();
    app.MapPartners();
    app.MapMentorings();
    app.MapInternshipSites();
    app.MapInternships();
    app.MapSelections();
    app.MapSelectionApplications();
    app.MapTraining();
    app.MapEvents();
    app.MapAssociations();
    app.MapCalendar();
    app.MapDiagnostics();
    app.MapSupport();
    app.MapFormulas();
    app.MapIndicatorPeriods();
    app.MapIndicatorValues();
    app.MapIndicatorMachine();
    app.MapIndicatorTargets();
    app.MapIndicatorReports();
    app.MapIndicatorPanels();
    app.MapImports();
    app.MapClients();
    app.MapHome();
    app.MapViews();
    app.MapNotifications();
    app.MapChanges();

    await app.Prepare(start);
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartFailure.Of(e) is { } words)
{
    Console.Error.WriteLine(words);
    return 1;
}
