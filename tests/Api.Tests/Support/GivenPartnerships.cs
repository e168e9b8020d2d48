using Opora.Domain.Partnerships;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Support;

/// <summary>Agreements that tests start from.</summary>
public static class GivenPartnerships
{
    private static readonly PartnershipFacts InForce = new(
        "Методическое сопровождение",
        "12/2020",
        new DateOnly(2020, 4, 20),
        null,
        new DateOnly(2099, 12, 31)
    );

    /// <summary>An agreement in force between a school and an organisation.</summary>
    public static Partnership Agreement(School school, Organisation partner, Func<PartnershipFacts, PartnershipFacts>? with = null) =>
        new(with?.Invoke(InForce) ?? InForce, [Supported(school), With(partner)]);

    /// <summary>An agreement in force between two schools.</summary>
    public static Partnership Agreement(School school, School partner, Func<PartnershipFacts, PartnershipFacts>? with = null) =>
        new(with?.Invoke(InForce) ?? InForce, [Supported(school), Supported(partner) with { Role = PartyRole.Partner }]);

    private static PartySide Supported(School school) =>
        new(PartyRole.Supported, school.RegionCode, school.MunicipalityCode, school.Id, null);

    private static PartySide With(Organisation partner) =>
        new(PartyRole.Partner, partner.RegionCode, partner.MunicipalityCode, null, partner.Id);
}
