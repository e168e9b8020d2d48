using Opora.Api.Http;

var app = WebApplication.CreateBuilder(args).Build();
app.UseWebApp();
await app.RunAsync();
