/** Serves the API document and answers for routes that do not exist. */
@NullMarked
package io.updraft.access.document;

import org.jspecify.annotations.NullMarked;
