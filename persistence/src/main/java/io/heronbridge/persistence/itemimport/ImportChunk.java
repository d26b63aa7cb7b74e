package io.heronbridge.persistence.itemimport;

import io.heronbridge.persistence.secret.Purpose;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Some whole lines of an upload, sealed since they carry access tokens. */
@Entity
@Table(name = "item_import_chunk")
public class ImportChunk {
  @Id private UUID id;

  @Column(name = "item_import")
  private UUID itemImport;

  private int number;
  private byte[] body;

  protected ImportChunk() {}

  public ImportChunk(ItemImport of, int number, SecretCipher cipher, byte[] lines) {
    this.id = UUID.randomUUID();
    this.itemImport = of.id();
    this.number = number;
    this.body = cipher.seal(Purpose.IMPORT_CHUNK, id, lines);
  }

  public byte[] open(SecretCipher cipher) {
    return cipher.open(Purpose.IMPORT_CHUNK, id, body);
  }

  public int number() {
    return number;
  }
}
