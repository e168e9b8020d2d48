using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain.Files;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence.Partnerships;

namespace Opora.Persistence.Configurations;

internal sealed class PartnershipConfiguration : IEntityTypeConfiguration<Partnership>
{
    public void Configure(EntityTypeBuilder<Partnership> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(p => p.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(p => p.OwnerKey).HasMaxLength(32);
        builder.Property(p => p.Subject).HasMaxLength(Partnership.TextLength);
        builder.Property(p => p.Number).HasMaxLength(Partnership.NumberLength);
        builder.Property(p => p.NumberKey).HasMaxLength(Partnership.NumberLength);
        builder.Property(p => p.SearchName).HasMaxLength(Partnership.NumberLength + Partnership.TextLength + 80);
        builder.Property(p => p.TerminationReason).HasMaxLength(Partnership.TextLength);
        builder.HasIndex(p => new { p.OwnerKey, p.NumberKey }).IsUnique();
        builder.HasIndex(p => new { p.RegionCode, p.EndsOn });
        builder.HasOne<School>().WithMany().HasForeignKey(p => p.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(p => p.ScanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Parties).WithOne().HasForeignKey(s => s.PartnershipId);
        builder.Navigation(p => p.Parties).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(p => p.Actions).WithOne().HasForeignKey(a => a.PartnershipId);
        builder.Navigation(p => p.Actions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PartnershipPartyConfiguration : IEntityTypeConfiguration<PartnershipParty>
{
    public void Configure(EntityTypeBuilder<PartnershipParty> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(p => p.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.HasIndex(p => p.SchoolId);
        builder.HasIndex(p => p.MunicipalityCode);
        builder.HasIndex(p => p.OrganisationId);
        builder.HasOne<School>().WithMany().HasForeignKey(p => p.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PartnershipActionConfiguration : IEntityTypeConfiguration<PartnershipAction>
{
    public void Configure(EntityTypeBuilder<PartnershipAction> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Text).HasMaxLength(Partnership.TextLength);
        builder.Property(a => a.Outcome).HasMaxLength(Partnership.TextLength);
    }
}

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(p => p.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(p => p.SubjectCodes).HasMaxLength(SubjectList.Length);
        builder.Ignore(p => p.Subjects);
        builder.Property(p => p.Note).HasMaxLength(Partner.NoteLength);
        builder.HasIndex(p => p.SchoolId).IsUnique();
        builder.HasIndex(p => p.RegionCode);
        builder.HasOne<School>().WithMany().HasForeignKey(p => p.SchoolId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ToldTermConfiguration : IEntityTypeConfiguration<ToldTerm>
{
    public void Configure(EntityTypeBuilder<ToldTerm> builder) => builder.HasNoKey().ToView("partnerships");
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(StoredFile.NameLength);
        builder.Property(f => f.Hash).HasMaxLength(64);
    }
}
