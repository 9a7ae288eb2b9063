/**
 * Passwords that are guessed first: the head of the public lists of leaked passwords (SecLists, "10k most common"),
 * of eight characters or more, with the French ones.
 */
const LIST = `
password password1 password12 password123 passw0rd p@ssw0rd 12345678 123456789 1234567890 123456789a 1q2w3e4r 1q2w3e4r5t
1qaz2wsx qwertyuiop qwerty123 qwerty12 azertyuiop azerty123 azerty12 azertyui azerty1234 motdepasse motdepasse1 motdepasse123
iloveyou jetaime1 jetaimetrop bonjour1 bonjour123 soleil123 doudou123 chouchou loulou123 marseille marseille13 parissaintgermain
football football1 baseball basketball superman batman123 spiderman pokemon1 pokemon123 dragon123 monkey123 princess princesse
princesse1 nicolas1 alexandre alexandra julien123 camille1 camille123 isabelle jonathan sebastien stephanie valentin mathilde
caroline charlotte christian christine catherine dominique vanessa1 victoria veronique frederic benjamin elizabeth jennifer
sunshine starwars trustno1 letmein1 welcome1 welcome123 whatever administrator admin123 admin1234 administrateur changeme
changeme1 abcd1234 abc12345 abcdefgh aaaaaaaa 11111111 00000000 88888888 87654321 11223344 12341234 12344321 98765432 99999999
55555555 66666666 77777777 22222222 33333333 44444444 123123123 321321321 987654321 0123456789 0987654321 147258369 159753456
123454321 1234567a a1234567 a12345678 123456aa 123456ab qwer1234 qwert123 asdf1234 asdfghjk asdfghjkl zxcvbnm1 zxcvbnm123
google123 internet computer samsung1 linkedin facebook facebook1 tremplin tremplin1 tremplin123 recrutement emploi123 candidat1
candidat123 entreprise demo1234 test1234 testtest testing1 secret123 toulouse bordeaux toulouse31 napoleon liverpool chelsea1
arsenal1 manchester mercedes ferrari1 corvette mustang1 harley123 midnight michelle jessica1 michael1 jordan23 maverick cheyenne
`

export const commonPasswords = new Set(LIST.trim().split(/\s+/))
