using FluentValidation;
using MediatR;
using Scrutor;

namespace Opora.Api.Http;

/// <summary>Finds the handlers and validators of all slices.</summary>
public static class Slices
{
    /// <summary>Registers MediatR (by hand: 5.1 brings no registration), validation first.</summary>
    public static void AddSlices(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.Scan(scan =>
            scan.FromAssemblyOf<ProblemHandler>()
                .AddClasses(c => c.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
                .UsingRegistrationStrategy(RegistrationStrategy.Throw)
                .AsImplementedInterfaces()
                .WithTransientLifetime()
                .AddClasses(c => c.AssignableTo(typeof(IValidator<>)), publicOnly: false)
                .AsImplementedInterfaces(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidator<>))
                .WithTransientLifetime()
        );
    }
}
