package io.github.extendclient.error;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;

/**
 * Status 404: the resource does not exist in this workspace and region. If {@link
 * #mayHaveBeenAccepted()} is true, an earlier attempt of the same call may have deleted it.
 */
public final class NotFoundException extends ApiException {
  private static final long serialVersionUID = 1L;

  NotFoundException(FailedCall call, ApiError error, String note) {
    super(call, error, "Check the ID, the workspace and the region." + note);
  }
}
