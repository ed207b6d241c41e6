# Characters of double width shift the marks.
d = {'日本': 1}
名前 = 'x'
print('前' + 名前, d['日本'] + d['東京'], 'é')
