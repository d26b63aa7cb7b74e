package io.heronbridge.persistence.itemimport;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Tells that an import brought in, or found, a link; rows are written by {@link ItemImports}. */
@Entity
@Table(name = "imported_link")
public class ImportedLink {
  @Id private UUID id;

  @Column(name = "item_import")
  private UUID itemImport;

  private UUID link;

  protected ImportedLink() {}

  public UUID itemImport() {
    return itemImport;
  }

  public UUID link() {
    return link;
  }
}
