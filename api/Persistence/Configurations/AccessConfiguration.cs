using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence.Identity;

namespace Opora.Persistence.Configurations;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.DisplayName).HasMaxLength(Person.DisplayNameLength);
        builder.Property(p => p.SearchName).HasMaxLength(Person.DisplayNameLength + 80);
        builder.Property(p => p.SortName).HasMaxLength(SortText.MaxLength);
        builder.Property(p => p.AuthenticatorSecret).HasMaxLength(Person.SecretLength);
        builder.ComplexProperty(p => p.Preferences);
    }
}

internal sealed class SignInLinkConfiguration : IEntityTypeConfiguration<SignInLink>
{
    private const int HashLength = 32;

    public void Configure(EntityTypeBuilder<SignInLink> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Hash).HasMaxLength(HashLength);
        // Two who use one link at once must not both succeed.
        builder.Property(l => l.UsedAt).IsConcurrencyToken();
        builder.Property(l => l.RevokedAt).IsConcurrencyToken();
        builder.HasIndex(l => l.Hash).IsUnique();
        builder.HasIndex(l => l.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
    }
}

internal sealed class PersonSessionConfiguration : IEntityTypeConfiguration<PersonSession>
{
    public void Configure(EntityTypeBuilder<PersonSession> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Client).HasMaxLength(PersonSession.ClientLength);
        builder.HasIndex(s => s.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Hash).HasMaxLength(RecoveryCode.HashLength);
        builder.HasIndex(c => c.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }
}

/// <summary>A look at the table of regions, not a table: migrations leave views alone.</summary>
internal sealed class RegionRulesConfiguration : IEntityTypeConfiguration<RegionRules>
{
    public void Configure(EntityTypeBuilder<RegionRules> builder)
    {
        builder.HasNoKey().ToView("regions");
        builder.Property(r => r.Code).HasMaxLength(Region.CodeLength);
    }
}

internal sealed class GrantConfiguration : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(g => g.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.HasIndex(g => g.HolderId);
        builder.HasIndex(g => new { g.RegionCode, g.HolderId });
        builder.HasIndex(g => g.SchoolId);
    }
}

internal sealed class MachineClientConfiguration : IEntityTypeConfiguration<MachineClient>
{
    public void Configure(EntityTypeBuilder<MachineClient> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(MachineClient.NameLength);
        builder.Property(c => c.SearchName).HasMaxLength(MachineClient.NameLength);
        builder.Property(c => c.SortName).HasMaxLength(MachineClient.NameLength);
        builder.Property(c => c.Permissions).HasMaxLength(MachineClient.PermissionsLength);
        builder.Property(c => c.Networks).HasMaxLength(AllowedNetworks.TextLength);
        builder.Property(c => c.RevokeReason).HasMaxLength(MachineClient.ReasonLength);
        builder.Property(c => c.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(c => c.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
    }
}

/// <summary>A look at the table of clients, not a table: migrations leave views alone.</summary>
internal sealed class ClientRulesConfiguration : IEntityTypeConfiguration<ClientRules>
{
    public void Configure(EntityTypeBuilder<ClientRules> builder)
    {
        builder.ToView("machine_clients");
        builder.Property(c => c.Permissions).HasMaxLength(MachineClient.PermissionsLength);
        builder.Property(c => c.Networks).HasMaxLength(AllowedNetworks.TextLength);
    }
}

internal sealed class ClientKeyConfiguration : IEntityTypeConfiguration<ClientKey>
{
    private const int HashLength = 32;

    public void Configure(EntityTypeBuilder<ClientKey> builder)
    {
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Hash).HasMaxLength(HashLength);
        builder.HasIndex(k => k.Hash).IsUnique();
        builder.HasOne<MachineClient>().WithMany().HasForeignKey(k => k.ClientId);
    }
}

internal sealed class ChangeEntryConfiguration : IEntityTypeConfiguration<ChangeEntry>
{
    private const int KeyLength = 40;
    private const int WordLength = 40;

    public void Configure(EntityTypeBuilder<ChangeEntry> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Thing).HasMaxLength(WordLength);
        builder.Property(c => c.ThingKey).HasMaxLength(KeyLength);
        builder.Property(c => c.Action).HasMaxLength(WordLength);
        builder.Property(c => c.Reason).HasMaxLength(School.ReasonLength);
        builder.Property(c => c.Changes).HasMaxLength(-1);
        builder.Property(c => c.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(c => c.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.HasIndex(c => new { c.SchoolId, c.At });
        builder.HasIndex(c => new { c.RegionCode, c.At });
        builder.HasIndex(c => new { c.ThingId, c.At });
        builder.HasIndex(c => new { c.RootId, c.At });
    }
}
