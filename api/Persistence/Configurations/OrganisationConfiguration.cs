using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain;
using Opora.Domain.Places;

namespace Opora.Persistence.Configurations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(o => o.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(o => o.Name).HasMaxLength(Organisation.NameLength);
        builder.Property(o => o.ShortName).HasMaxLength(Organisation.ShortNameLength);
        builder.Property(o => o.SearchName).HasMaxLength(Organisation.NameLength + Organisation.ShortNameLength + 80);
        builder.Property(o => o.SortName).HasMaxLength(SortText.MaxLength);
        builder.Property(o => o.Address).HasMaxLength(Organisation.AddressLength);
        builder.Property(o => o.Website).HasMaxLength(Organisation.AddressLength);
        builder.HasIndex(o => new { o.RegionCode, o.SortName });
        builder.HasOne<Municipality>().WithMany().HasForeignKey(o => o.MunicipalityCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(o => o.Staff).WithOne().HasForeignKey(s => s.OrganisationId);
        builder.Navigation(o => o.Staff).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(s => s.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(s => s.Name).HasMaxLength(StaffMember.NameLength);
        builder.Property(s => s.Position).HasMaxLength(StaffMember.PositionLength);
        builder.Property(s => s.Contact).HasMaxLength(StaffMember.ContactLength);
    }
}
