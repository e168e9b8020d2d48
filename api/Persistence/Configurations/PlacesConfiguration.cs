using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain;
using Opora.Domain.Places;

namespace Opora.Persistence.Configurations;

internal sealed class RegionConfiguration : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Code).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.Name).HasMaxLength(Region.NameLength);
        builder.Property(r => r.LowResultsLabel).HasMaxLength(Region.LabelLength);
        builder.Property(r => r.AdverseConditionsLabel).HasMaxLength(Region.LabelLength);
        builder.Property(r => r.MailSenderName).HasMaxLength(Region.NameLength);
        builder.Property(r => r.MailReplyTo).HasMaxLength(Region.MailLength);
        builder.Ignore(r => r.Settings);
    }
}

internal sealed class RegionLogoConfiguration : IEntityTypeConfiguration<RegionLogo>
{
    public void Configure(EntityTypeBuilder<RegionLogo> builder)
    {
        builder.HasKey(l => l.RegionCode);
        builder.Property(l => l.RegionCode).HasMaxLength(Region.CodeLength);
        builder.HasOne<Region>().WithOne().HasForeignKey<RegionLogo>(l => l.RegionCode);
    }
}

internal sealed class MunicipalityConfiguration : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> builder)
    {
        builder.HasKey(m => m.Code);
        builder.Property(m => m.Code).HasMaxLength(Municipality.CodeLength);
        builder.Property(m => m.Name).HasMaxLength(Municipality.NameLength);
        builder.Property(m => m.SortName).HasMaxLength(SortText.MaxLength);
        builder.Property(m => m.RegionCode).HasMaxLength(Region.CodeLength);
        builder.HasOne<Region>().WithMany().HasForeignKey(m => m.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SchoolConfiguration : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Code).HasMaxLength(School.CodeLength);
        builder.Property(s => s.Name).HasMaxLength(School.NameLength);
        builder.Property(s => s.SearchName).HasMaxLength(School.CodeLength + School.NameLength + 80);
        builder.Property(s => s.SortName).HasMaxLength(SortText.MaxLength);
        builder.Property(s => s.Address).HasMaxLength(School.AddressLength);
        builder.Property(s => s.Website).HasMaxLength(School.AddressLength);
        builder.Property(s => s.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(s => s.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.HasIndex(s => s.Code).IsUnique();
        builder.HasIndex(s => new { s.RegionCode, s.SortName });
        builder.HasIndex(s => new { s.MunicipalityCode, s.SortName });
        // One municipality's list as the region's own people ask for it: without this SQLite reads the schools of the whole region.
        builder.HasIndex(s => new
        {
            s.RegionCode,
            s.MunicipalityCode,
            s.SortName,
        });
        builder.HasOne<Municipality>().WithMany().HasForeignKey(s => s.MunicipalityCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Placements).WithOne().HasForeignKey(p => p.SchoolId);
        builder.Navigation(s => s.Placements).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class SchoolPlacementConfiguration : IEntityTypeConfiguration<SchoolPlacement>
{
    public void Configure(EntityTypeBuilder<SchoolPlacement> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(p => p.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(p => p.Reason).HasMaxLength(School.ReasonLength);
        builder.HasIndex(p => p.RegionCode);
    }
}
