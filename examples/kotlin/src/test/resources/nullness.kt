// Compiled by NullSafetyTest: each line that ends in "// refused" must be an error, and no other line.

import io.github.extendclient.ExtendClient
import io.github.extendclient.v20260209.api.ParseRunsApi
import io.github.extendclient.v20260209.model.FileFromId
import io.github.extendclient.v20260209.model.ParseRun

fun nullableGetter(run: ParseRun) = run.output.chunks.size // refused

fun nullableGetterWithQuestionMark(run: ParseRun): Int? = run.output?.chunks?.size

fun nullableGetterAsNonNull(run: ParseRun): String = run.failureMessage // refused

fun requiredGetter(run: ParseRun): Int = run.id.length

fun nullForRequired() = FileFromId.builder().id(null).build() // refused

fun nullForParameter(extend: ExtendClient) = extend.parseRuns().delete(null) // refused

fun nullForOptional() = ParseRunsApi.ListParams.builder().nextPageToken(null).build()
