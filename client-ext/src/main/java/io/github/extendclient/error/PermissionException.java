package io.github.extendclient.error;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;

/** Status 403: the key does not have the required permission. */
public final class PermissionException extends ApiException {
  private static final long serialVersionUID = 1L;

  PermissionException(FailedCall call, ApiError error, String note) {
    super(
        call,
        error,
        "Use a key with this right, or name the workspace (EXTEND_WORKSPACE_ID)." + note);
  }
}
