"""Each message follows the one before it; what was read before marks were kept stays read."""

from django.db import migrations

FOLLOW = """
UPDATE chat_message AS message SET parent_id = before.id
FROM (
    SELECT id, household_id, conversation_id,
        lead(id) OVER (PARTITION BY household_id, conversation_id ORDER BY number) AS next
    FROM chat_message
) AS before
WHERE before.household_id = message.household_id AND before.next = message.id
"""
READ = """
INSERT INTO chat_conversationmark (id, household_id, user_id, conversation_id, read_number)
SELECT gen_random_uuid(), conversation.household_id, member.user_id, conversation.id, conversation.last_number
FROM chat_conversation AS conversation
JOIN accounts_membership AS member ON member.household_id = conversation.household_id
WHERE conversation.private_to_id IS NULL OR conversation.private_to_id = member.user_id
"""


class Migration(migrations.Migration):
    dependencies = [("chat", "0002_branches_and_settings")]

    operations = [migrations.RunSQL([FOLLOW, READ], migrations.RunSQL.noop)]
