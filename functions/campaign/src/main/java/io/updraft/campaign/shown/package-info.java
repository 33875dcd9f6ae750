/** How campaigns look in answers, the same in all of them. */
@NullMarked
package io.updraft.campaign.shown;

import org.jspecify.annotations.NullMarked;
