package com.example;

import com.example.holds.Version;
import com.example.holds.api.LegalHoldsApi;
import com.example.holds.model.HeldFile;
import com.example.holds.model.LegalHold;
import io.github.extendclient.ExtendClient;

/** Places legal holds on files with the operation of legal-holds.yaml. */
public final class LegalArchive {
  private final LegalHoldsApi holds;

  /**
   * Creates an archive over a client.
   *
   * @param extend stays open
   */
  public LegalArchive(ExtendClient extend) {
    // region own-specification
    holds = extend.version(Version.INSTANCE).legalHolds();
    // endregion
  }

  /**
   * Keeps a file.
   *
   * @param fileId ID of the file
   * @param reason why
   * @return who pays for its storage
   */
  public String hold(String fileId, String reason) {
    HeldFile file = holds.create(fileId, LegalHold.of(reason));
    return file.getCostCentre();
  }
}
